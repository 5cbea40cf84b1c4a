// Puts the views to their addresses and shows the first.

import { route, start } from './router.js';
import { wireTheme } from './theme.js';
import { keepTimes } from './time.js';
import { feed } from './feed.js';
import { map } from './map.js';
import { claim } from './claim.js';
import { entity, place } from './thing.js';
import { entities, places } from './things.js';
import { trends } from './trends.js';
import { sources } from './sources.js';
import { pipeline } from './pipeline.js';

route('/', feed);
route('/map', map);
route('/claims/:id', claim);
route('/places', places);
route('/places/:id', place);
route('/entities', entities);
route('/entities/:id', entity);
route('/trends', trends);
route('/sources', sources);
route('/pipeline', pipeline);

wireTheme(document.getElementById('theme'));
keepTimes();
start();
