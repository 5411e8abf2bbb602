import { copying } from './copy.js';
import { live } from './live.js';

live();
copying();
