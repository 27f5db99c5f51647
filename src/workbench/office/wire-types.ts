import type { WireType } from './wire-object';
import { autoFilterType } from './types/auto-filter';
import * as charts from './types/chart';
import { conditionalFormatTypes } from './types/conditional-format';
import { dataValidationType } from './types/data-validation';
import { namedItemCollectionType, namedItemType } from './types/named-item';
import { pageLayoutType } from './types/page-layout';
import { rangeType, rangeViewType } from './types/range';
import { rangeAreasType, rangeCollectionType } from './types/range-areas';
import { rangeFillType, rangeFontType, rangeFormatType } from './types/range-format';
import * as services from './types/services';
import { customXmlPartCollectionType, customXmlPartType, settingCollectionType, settingType } from './types/settings';
import { tableCollectionType, tableType } from './types/table';
import { tableColumnCollectionType, tableColumnType, tableRowCollectionType, tableRowType } from './types/table-parts';
import { applicationType, functionResultType, functionsType, runtimeType, workbookType } from './types/workbook';
import {
  workbookProtectionType,
  worksheetCollectionType,
  worksheetFreezePanesType,
  worksheetProtectionType,
  worksheetType,
} from './types/worksheet';

/** The types of Excel's API by name. Only a type knows its objects' state; batches don't. */
export const wireTypes: Record<string, WireType<unknown> | undefined> = {
  Application: applicationType,
  AutoFilter: autoFilterType,
  Chart: charts.chartType,
  ChartCollection: charts.chartCollectionType,
  ChartLegend: charts.chartLegendType,
  ChartSeries: charts.chartSeriesType,
  ChartSeriesCollection: charts.chartSeriesCollectionType,
  ChartTitle: charts.chartTitleType,
  CustomXmlPart: customXmlPartType,
  CustomXmlPartCollection: customXmlPartCollectionType,
  CustomXmlPartScopedCollection: customXmlPartCollectionType,
  DataValidation: dataValidationType,
  FunctionResult: functionResultType,
  Functions: functionsType,
  NamedItem: namedItemType,
  NamedItemCollection: namedItemCollectionType,
  PageLayout: pageLayoutType,
  Range: rangeType,
  RangeAreas: rangeAreasType,
  RangeCollection: rangeCollectionType,
  RangeFill: rangeFillType,
  RangeFont: rangeFontType,
  RangeFormat: rangeFormatType,
  RangeView: rangeViewType,
  RibbonButton: services.ribbonButtonType,
  RibbonTab: services.ribbonTabType,
  Runtime: runtimeType,
  Setting: settingType,
  SettingCollection: settingCollectionType,
  Table: tableType,
  TableCollection: tableCollectionType,
  TableColumn: tableColumnType,
  TableColumnCollection: tableColumnCollectionType,
  TableRow: tableRowType,
  TableRowCollection: tableRowCollectionType,
  Workbook: workbookType,
  WorkbookProtection: workbookProtectionType,
  Worksheet: worksheetType,
  WorksheetCollection: worksheetCollectionType,
  WorksheetFreezePanes: worksheetFreezePanesType,
  WorksheetProtection: worksheetProtectionType,
  ...conditionalFormatTypes,
  'Microsoft.AppRuntime.AppRuntimePersistenceService': services.appRuntimePersistenceType,
  'Microsoft.AppRuntime.AppRuntimeService': services.appRuntimeType,
  'Microsoft.DynamicRibbon.DynamicRibbon': services.ribbonType,
  'Microsoft.ExcelServices.CustomFunctions': services.customFunctionsType,
  'Microsoft.InternalService.AddinInternalService': services.addinInternalType,
} as Record<string, WireType<unknown>>;
