import { FluentProvider, makeStaticStyles, makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import { lazy, StrictMode, Suspense, useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { notices } from '../../storage/notices';
import { unrestored } from '../../storage/unrestored';
import type { Workbook } from '../../storage/workbook';
import { FunctionsScreen } from '../features/functions/functions-screen';
import { dismiss, isDismissed } from '../ui/dismissed';
import { ErrorBoundary } from '../ui/error-boundary';
import { FirstSteps } from './first-steps';
import { hasFunctions, NO_FUNCTIONS } from '../ui/has-functions';
import { Message } from '../ui/message';
import type { PlanningStore } from '../../planner/store/planning-store';
import { ScreenTabs, tabOf } from './screen-tabs';
import { useStartScreen } from './start-screen';
import { useScreen, type Screen } from '../ui/screen';
import { keepTabOrder } from '../ui/tab-order';
import { isDark, useTheme } from '../ui/theme';
import { useObservable } from '../ui/use-observable';
import { usePlanningStore } from './use-planning-store';

const ClaimsScreen = lazy(async () => ({
  default: (await import(/* webpackChunkName: "claims" */ '../features/claims/claims-screen')).ClaimsScreen,
}));
const ExplainScreen = lazy(async () => ({
  default: (await import(/* webpackChunkName: "explain" */ '../features/explain/explain-screen')).ExplainScreen,
}));
const FundsTab = lazy(async () => ({ default: (await import(/* webpackChunkName: "funds" */ './funds-tab')).FundsTab }));
const PlanTab = lazy(async () => ({ default: (await import(/* webpackChunkName: "plan" */ './plan-tab')).PlanTab }));
const TodayTab = lazy(async () => ({ default: (await import(/* webpackChunkName: "today" */ './today-tab')).TodayTab }));
const TodayCount = lazy(async () => ({ default: (await import(/* webpackChunkName: "planning" */ './today-count')).TodayCount }));
const TodaySpoken = lazy(async () => ({ default: (await import(/* webpackChunkName: "planning" */ './today-count')).TodaySpoken }));
const LostTablesMessage = lazy(async () => ({
  default: (await import(/* webpackChunkName: "planning" */ './missing-tables-message')).MissingTablesMessage,
}));
const UnrestoredMessages = lazy(async () => ({
  default: (await import(/* webpackChunkName: "unrestored" */ './unrestored-messages')).UnrestoredMessages,
}));
const RulesScreen = lazy(async () => ({
  default: (await import(/* webpackChunkName: "rules" */ '../features/rules/rules-screen')).RulesScreen,
}));

/** Puts the pane into the page. */
export function mountApp(element: HTMLElement, workbook: Workbook): void {
  keepTabOrder(window);
  createRoot(element).render(
    <StrictMode>
      <ErrorBoundary>
        <App workbook={workbook} />
      </ErrorBoundary>
    </StrictMode>,
  );
}

/** The pane's frame: its tabs, what the runtime has to say, and the screen. */
function App({ workbook }: { workbook: Workbook }) {
  usePageStyles();
  const styles = useStyles();
  const theme = useTheme();
  const store = usePlanningStore(workbook);
  const start = useStartScreen(store);
  const screen = useScreen() ?? start;
  const said = useObservable(notices);
  const stuck = useObservable(unrestored);
  const [firstSteps, setFirstSteps] = useState(() => !isDismissed('first-steps'));
  return (
    <FluentProvider theme={theme} className={mergeClasses(styles.pane, isDark(theme) ? styles.dark : styles.light)}>
      <header className={styles.header}>
        <h1 className={styles.unseen}>Co-op Planner</h1>
        <ScreenTabs
          selected={screen}
          count={
            store && (
              <Aside>
                <TodayCount store={store} />
              </Aside>
            )
          }
        />
        {store && (
          <Aside>
            <TodaySpoken store={store} />
          </Aside>
        )}
      </header>
      <main className={styles.frame}>
        <div
          id="screen"
          role="tabpanel"
          {...(screen ? { 'aria-labelledby': tabOf(screen) } : { 'aria-label': 'Loading' })}
          className={styles.screen}
        >
          <div role="status" className={styles.messages}>
            {said.map((sentence) => (
              <Message key={sentence} intent="warning">
                {sentence}
              </Message>
            ))}
          </div>
          {!hasFunctions() && <Message intent="info">{NO_FUNCTIONS}</Message>}
          {stuck.length > 0 && (
            <Aside>
              <UnrestoredMessages
                onGone={() => {
                  if (screen) document.getElementById(tabOf(screen))?.focus();
                  void store?.readAgain();
                }}
              />
            </Aside>
          )}
          {firstSteps && hasFunctions() && screen === 'functions' && (
            <FirstSteps
              onDismiss={() => {
                dismiss('first-steps');
                setFirstSteps(false);
                document.getElementById(tabOf(screen))?.focus();
              }}
            />
          )}
          {isPlanning(screen) && store && (
            <Aside>
              <LostTablesMessage store={store} />
            </Aside>
          )}
          <Suspense fallback={<Loading />}>
            {screen === 'functions' && <FunctionsScreen workbook={workbook} />}
            {screen === 'explain' && <ExplainScreen workbook={workbook} />}
            {screen === 'rules' && <RulesScreen workbook={workbook} />}
            {screen === null && <Loading label="Reading the workbook" />}
            {isPlanning(screen) && (store ? <PlanningScreen screen={screen} workbook={workbook} store={store} /> : <Loading />)}
          </Suspense>
        </div>
      </main>
    </FluentProvider>
  );
}

/** What the pane shows once it is there, and can do without. */
function Aside({ children }: { children: ReactNode }) {
  return (
    <ErrorBoundary instead={null}>
      <Suspense>{children}</Suspense>
    </ErrorBoundary>
  );
}

/** The screens that share the plan and the date it is looked at from. */
function PlanningScreen({ screen, workbook, store }: { screen: PlanningScreenName; workbook: Workbook; store: PlanningStore }) {
  switch (screen) {
    case 'funds':
      return <FundsTab workbook={workbook} store={store} />;
    case 'today':
      return <TodayTab workbook={workbook} store={store} />;
    case 'plan':
      return <PlanTab workbook={workbook} store={store} />;
    case 'claims':
      return <ClaimsScreen workbook={workbook} store={store} />;
  }
}

type PlanningScreenName = 'today' | 'funds' | 'plan' | 'claims';

const isPlanning = (screen: Screen | null): screen is PlanningScreenName =>
  screen === 'today' || screen === 'funds' || screen === 'plan' || screen === 'claims';

function Loading({ label = 'Loading' }: { label?: string }) {
  return <Spinner size="small" label={label} className={useStyles().loading} />;
}

const usePageStyles = makeStaticStyles({
  'html, body, #root': { height: '100%', margin: 0 },
  body: { overflow: 'hidden' },
  // Menus and lists of choices take the pane's class, and with its height would make room below it to scroll to.
  // Fluent gives these room on their left, which puts them out of line with the fields above and below.
  '.fui-Checkbox, .fui-RadioGroup': { marginLeft: '-8px' },
  // Fluent's gray for what is not ticked reads like a box that cannot be.
  '.fui-FluentProvider .fui-Checkbox:not(:has(:disabled)), .fui-FluentProvider .fui-Radio:not(:has(:disabled)) .fui-Radio__label': {
    color: tokens.colorNeutralForeground1,
  },
  time: { whiteSpace: 'nowrap' },
  '.fui-Select__select': { textOverflow: 'ellipsis' },
  'body > [data-portal-node]': { position: 'absolute', top: 0, left: 0, width: '100%', height: 'auto' },
});

const useStyles = makeStyles({
  pane: { height: '100%', display: 'flex', flexDirection: 'column', backgroundColor: tokens.colorNeutralBackground2 },
  // for what the browser draws itself: date fields, scroll bars
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  header: {
    flexShrink: 0,
    // Office lays its own menu over the top right corner, 34 × 32 px.
    paddingRight: '36px',
    minHeight: '44px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  // Office shows the name in its own title bar
  unseen: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    margin: 0,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
  frame: { flexGrow: 1, minHeight: 0, overflowY: 'auto' },
  screen: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
  },
  messages: { display: 'grid', gap: tokens.spacingVerticalS, ':empty': { display: 'none' } },
  loading: { alignSelf: 'center', padding: tokens.spacingVerticalXL },
});
