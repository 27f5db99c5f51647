import { provideContext } from '../cells/context';

provideContext({ dateSystem: 1900, ownRules: [] });
