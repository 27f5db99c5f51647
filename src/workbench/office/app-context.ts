import type { Workbook } from '../grid/workbook';
import { hasSet, runsFunctions, type HostProfile } from './host-profiles';

/** Who the page believes it talks to. */
export interface HostIdentity {
  /** Fresh for every load: office.js caches document settings in the session under it. */
  conversationId: string;
  controlId: string;
  /** The origin of the page around the add-in. */
  hostUrl: string;
}

/** Flags of the handshake. With a shared runtime alone custom functions never answer. */
const FLAG = { sharedRuntime: 1, customFunctions: 2 };

/** The name the add-in's iframe must have for office.js to find its host: always the web's, whose channel is the only one here. */
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

/** What the host reports about the pane when the page is ready: nothing, closed, or shown. */
export const DISPLAY_MODE = { unknown: 0, hidden: 1, taskpane: 2 } as const;

/** Where the workbook seems to lie. */
export function documentUrl(name: string): string {
  return `https://workbench.example/${encodeURIComponent(name)}.xlsx`;
}

/** What office.js asks first: which host, which document, which abilities. */
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
