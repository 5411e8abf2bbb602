import { copying } from './copy.js';
import { faults } from './faults.js';
import { live } from './live.js';
import { unfold } from './unfold.js';
import { raw } from './raw.js';

faults();
live();
copying();
raw();
unfold();
