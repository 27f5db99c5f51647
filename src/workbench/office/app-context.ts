import type { Workbook } from '../grid/workbook';
import { hasSet, runsFunctions, type HostProfile } from './host-profiles';

/** The host's identity for the add-in's page. */
export interface HostIdentity {
  /** New for every load: office.js caches document settings by it in the session. */
  conversationId: string;
  controlId: string;
  /** The origin of the page around the add-in. */
  hostUrl: string;
}

/** Flags of the handshake. With only the shared runtime, custom functions never answer. */
const FLAG = { sharedRuntime: 1, customFunctions: 2 };

/** The name by which office.js finds the host of an iframe. It always names Excel on the web, whose channel is the only one here. */
export function frameName({ conversationId, controlId, hostUrl }: HostIdentity, profile: HostProfile, locale = 'en-US'): string {
  const flags = (hasSet(profile, 'SharedRuntime', '1.1') ? FLAG.sharedRuntime : 0) | (runsFunctions(profile) ? FLAG.customFunctions : 0);
  return JSON.stringify({
    baseFrameName: 'wb0',
    hostInfo: `Excel$Web$16.01$${locale}$telemetry$$disableLogging$${flags}`,
    xdmInfo: `${conversationId}|${controlId}|${hostUrl}`,
    serializerVersion: '1',
    flights: '[]',
  });
}

/** The pane's state as the host reports it when the page is ready. */
export const DISPLAY_MODE = { unknown: 0, hidden: 1, taskpane: 2 } as const;

/** The workbook's made-up address. */
export function documentUrl(name: string): string {
  return `https://workbench.example/${encodeURIComponent(name)}.xlsx`;
}

/** The answer to office.js's first request: the host, the document and the requirement sets. */
export function appContext(book: Workbook, identity: HostIdentity, profile: HostProfile, displayMode: number): object {
  return {
    _id: '00000000-0000-4000-8000-000000000001',
    _appName: 16,
    _appVersion: '16.00',
    _appMinorVersion: 1,
    _appUILocale: 'en-US',
    _dataLocale: 'en-US',
    _docUrl: documentUrl(book.model.name),
    _clientMode: book.readOnly ? 0 : 1,
    _settings: [...book.documentSettings],
    _reason: 'documentOpened',
    _osfControlType: 1,
    _eToken: '',
    _correlationId: 'c0',
    _appInstanceId: identity.controlId,
    _requirementMatrix: JSON.stringify(profile.sets),
    _hostFullVersion: profile.version,
    _clientWindowHeight: 768,
    _clientWindowWidth: 1024,
    _addinName: 'Workbench add-in',
    _appDomains: [],
    _featureGates: {},
    _initialDisplayMode: displayMode,
    _hostCustomMessage: '',
  };
}
