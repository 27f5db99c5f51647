import { built } from './built';

await built();
