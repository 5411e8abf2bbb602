import { copying } from './copy.js';
import { live } from './live.js';
import { raw } from './raw.js';

live();
copying();
raw();
