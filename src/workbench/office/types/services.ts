import { EVENT, eventMethods } from '../event-targets';
import { wireObject, type WireType } from '../wire-object';

/** Whether the shared runtime starts with the document (`Office.addin.setStartupBehavior`). */
export const appRuntimePersistenceType: WireType<object> = {
  call: {
    GetAppRuntimeStartState: (_state, api) => api.startState,
    SetAppRuntimeStartState: (_state, api, value: string) => {
      api.startState = value;
    },
  },
};

/** Whether the pane is shown (`Office.addin.showAsTaskpane` and `hide`). */
export const appRuntimeType: WireType<object> = {
  call: {
    GetAppRuntimeState: (_state, api) => api.runtimeState,
    SetAppRuntimeState: (_state, api, value: string) => {
      if (value === 'Visible' && api.situations.isFromMarketplace) return;
      api.runtimeState = value;
      api.onRuntimeState(value);
    },
    ...eventMethods({ VisibilityChanged: EVENT.visibilityChanged }, () => ''),
  },
};

/** Called when the add-in can handle ribbon buttons. */
export const addinInternalType: WireType<object> = { call: { NotifyActionHandlerReady: () => undefined } };

// Batched and sliced results, as in Excel on the web.
const ENABLED_FEATURES = [2, 4];

/** What custom functions call. */
export const customFunctionsType: WireType<object> = {
  call: {
    SetInvocationArrayResults: (_state, api, results: unknown[][]) => api.onInvocationResults(results),
    _GetEnabledFeatures: () => ENABLED_FEATURES,
    _SetOsfControlContainerReadyForCustomFunctions: (_state, api) => {
      api.announceFunctions();
      api.onFunctionsReady();
    },
  },
};

interface ControlState {
  id: string;
}

/** Office.ribbon.requestUpdate. */
export const ribbonType: WireType<object> = {
  call: {
    ExecuteRequestUpdate: () => undefined,
    GetButton: (_state, _api, id: string) => wireObject('RibbonButton', { id }),
    GetTab: (_state, _api, id: string) => wireObject('RibbonTab', { id }),
  },
};

/** A button of the ribbon. */
export const ribbonButtonType: WireType<ControlState> = {
  id: ({ id }) => id,
  get: { Enabled: () => true, Id: ({ id }) => id },
  set: { Enabled: ({ id }, enabled: boolean, api) => api.onRibbon(id, { enabled }) },
};

/** A tab of the ribbon. */
export const ribbonTabType: WireType<ControlState> = {
  id: ({ id }) => id,
  get: { Id: ({ id }) => id },
  call: { SetVisibility: ({ id }, api, visible: boolean) => api.onRibbon(id, { visible }) },
};
