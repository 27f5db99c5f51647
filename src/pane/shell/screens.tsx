import { lazy, type ComponentType } from 'react';
import type { ScreenTopic } from '../../planner/rules/screen-rules';

/** A screen of the pane. */
interface ScreenEntry {
  /** Its name in the address. */
  name: string;
  title: string;
  Screen: ComponentType;
  /** Whether it shows the plan's tables, and so lists missing ones. */
  isOfPlan?: boolean;
  /** The topics of rules that its amounts and days depend on. */
  rules?: readonly ScreenTopic[];
  /** Follows the title of its tab. */
  Count?: ComponentType;
}

const ClaimsScreen = lazy(async () => ({
  default: (await import(/* webpackChunkName: "claims" */ '../features/claims/claims-screen')).ClaimsScreen,
}));
const ExplainScreen = lazy(async () => ({
  default: (await import(/* webpackChunkName: "explain" */ '../features/explain/explain-screen')).ExplainScreen,
}));
const FunctionsScreen = lazy(async () => ({
  default: (await import(/* webpackChunkName: "functions-screen" */ '../features/functions/functions-screen')).FunctionsScreen,
}));
const FundsTab = lazy(async () => ({ default: (await import(/* webpackChunkName: "funds" */ './funds-tab')).FundsTab }));
const PlanTab = lazy(async () => ({ default: (await import(/* webpackChunkName: "plan" */ './plan-tab')).PlanTab }));
const ProgramScreen = lazy(async () => ({
  default: (await import(/* webpackChunkName: "program" */ '../features/program/program-screen')).ProgramScreen,
}));
const RulesScreen = lazy(async () => ({
  default: (await import(/* webpackChunkName: "rules" */ '../features/rules/rules-screen')).RulesScreen,
}));
const TodayCount = lazy(async () => ({ default: (await import(/* webpackChunkName: "planner" */ './today-count')).TodayCount }));
const TodayScreen = lazy(async () => ({
  default: (await import(/* webpackChunkName: "today" */ '../features/today/today-screen')).TodayScreen,
}));

/** The screens in the order of their tabs. A new screen is one entry here; the rest is in its folder. */
export const SCREENS = [
  { name: 'today', title: 'Today', Screen: TodayScreen, isOfPlan: true, Count: TodayCount },
  { name: 'funds', title: 'Funds', Screen: FundsTab, isOfPlan: true, rules: ['split', 'threshold', 'deadline'] },
  { name: 'plan', title: 'Plan', Screen: PlanTab, isOfPlan: true, rules: ['deadline', 'activity', 'cap'] },
  { name: 'claims', title: 'Claims', Screen: ClaimsScreen, isOfPlan: true, rules: ['deadline', 'activity', 'cap', 'payment', 'retention'] },
  { name: 'program', title: 'Program', Screen: ProgramScreen },
  { name: 'functions', title: 'Functions', Screen: FunctionsScreen },
  { name: 'explain', title: 'Explain', Screen: ExplainScreen },
  { name: 'rules', title: 'Rules', Screen: RulesScreen },
] as const satisfies readonly ScreenEntry[];

/** The name of a screen. */
export type ScreenName = (typeof SCREENS)[number]['name'];

/** The entry of a screen, by its name. */
export const screenNamed = (name: ScreenName): ScreenEntry => SCREENS.find((screen) => screen.name === name)!;
