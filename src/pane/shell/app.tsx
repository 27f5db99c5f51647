import { FluentProvider, makeStaticStyles, makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import { lazy, StrictMode, Suspense, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { notices } from '../../storage/notices';
import { unrestored } from '../../storage/unrestored';
import type { Workbook } from '../../storage/workbook';
import type { Observed } from '../../planner/observable';
import type { Planner } from '../../planner/planner';
import { showScreen, useScreen } from './address';
import { Aside } from './aside';
import { dismiss, isDismissed } from '../ui/dismissed';
import { ErrorBoundary } from '../ui/error-boundary';
import { FirstSteps } from './first-steps';
import { followDays } from './follow-days';
import { hasFunctions, NO_FUNCTIONS } from '../ui/has-functions';
import { Message } from '../ui/message';
import { ScreenTabs, tabOf } from './screen-tabs';
import { screenNamed } from './screens';
import { keepTabOrder } from '../ui/tab-order';
import { isDark, useTheme } from '../ui/theme';
import { useObservable } from '../ui/use-observable';
import { PlannerContext } from '../ui/use-planner';
import { UNSEEN } from '../ui/unseen-style';

const MissingTablesMessage = lazy(async () => ({
  default: (await import(/* webpackChunkName: "planner" */ './missing-tables-message')).MissingTablesMessage,
}));
const ScreenRulesLine = lazy(async () => ({
  default: (await import(/* webpackChunkName: "rules-line" */ './screen-rules-line')).ScreenRulesLine,
}));
const TodaySpoken = lazy(async () => ({ default: (await import(/* webpackChunkName: "planner" */ './today-count')).TodaySpoken }));
const UnrestoredMessages = lazy(async () => ({
  default: (await import(/* webpackChunkName: "unrestored" */ './unrestored-messages')).UnrestoredMessages,
}));

/** Renders the pane, and starts to load its planner. */
export function mountApp(element: HTMLElement, workbook: Workbook, shown: Observed<boolean>): void {
  const planner = openPlanner(workbook, shown);
  keepTabOrder(window);
  createRoot(element).render(
    <StrictMode>
      <ErrorBoundary>
        <PlannerContext value={planner}>
          <App planner={planner} />
        </PlannerContext>
      </ErrorBoundary>
    </StrictMode>,
  );
}

/** The planner, which reads the workbook and keeps up with the date. */
async function openPlanner(workbook: Workbook, shown: Observed<boolean>): Promise<Planner> {
  const { createPlanner } = await import(/* webpackChunkName: "planner" */ '../../planner/planner');
  const planner = createPlanner(workbook, showScreen);
  planner.store.open();
  followDays(planner.store, shown);
  return planner;
}

/** The pane's frame: its tabs, messages from the runtime, and the screen. */
function App({ planner }: { planner: Promise<Planner> }) {
  usePageStyles();
  const styles = useStyles();
  const theme = useTheme();
  const screen = useScreen();
  const entry = screenNamed(screen);
  const said = useObservable(notices);
  const stuck = useObservable(unrestored);
  const [firstSteps, setFirstSteps] = useState(() => !isDismissed('first-steps'));
  return (
    <FluentProvider theme={theme} className={mergeClasses(styles.pane, isDark(theme) ? styles.dark : styles.light)}>
      <header className={styles.header}>
        <h1 className={styles.unseen}>Co-op Planner</h1>
        <ScreenTabs selected={screen} />
        <Aside>
          <TodaySpoken />
        </Aside>
      </header>
      <main className={styles.frame}>
        <div id="screen" role="tabpanel" aria-labelledby={tabOf(screen)} className={styles.screen}>
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
                  document.getElementById(tabOf(screen))?.focus();
                  void planner.then(({ store }) => store.readAgain());
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
          {entry.isOfPlan && (
            <Aside>
              <MissingTablesMessage />
            </Aside>
          )}
          <Suspense fallback={<Spinner size="small" label="Loading" className={styles.loading} />}>
            <entry.Screen />
          </Suspense>
          {entry.rules && (
            <Aside>
              <ScreenRulesLine topics={entry.rules} />
            </Aside>
          )}
        </div>
      </main>
    </FluentProvider>
  );
}

const usePageStyles = makeStaticStyles({
  'html, body, #root': { height: '100%', margin: 0 },
  body: { overflow: 'hidden' },
  // Menus and lists get the pane's class, and with its height would add space to scroll below it.
  // Fluent adds space on their left, which misaligns them with the fields above and below.
  '.fui-Checkbox, .fui-RadioGroup': { marginLeft: '-8px' },
  // Fluent's gray for unchecked boxes looks disabled.
  '.fui-FluentProvider .fui-Checkbox:not(:has(:disabled)), .fui-FluentProvider .fui-Radio:not(:has(:disabled)) .fui-Radio__label': {
    color: tokens.colorNeutralForeground1,
  },
  time: { whiteSpace: 'nowrap' },
  '.fui-Select__select': { textOverflow: 'ellipsis' },
  'body > [data-portal-node]': { position: 'absolute', top: 0, left: 0, width: '100%', height: 'auto' },
});

const useStyles = makeStyles({
  pane: { height: '100%', display: 'flex', flexDirection: 'column', backgroundColor: tokens.colorNeutralBackground2 },
  // for native controls: date fields, scroll bars
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  header: {
    flexShrink: 0,
    // Office's menu covers the top right corner, 34 × 32 px.
    paddingRight: '36px',
    minHeight: '44px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  // Office shows the name in its own title bar
  unseen: UNSEEN,
  // contains absolutely positioned elements of a screen, such as texts for screen readers: otherwise they make the page scroll
  frame: { flexGrow: 1, minHeight: 0, overflowY: 'auto', position: 'relative' },
  screen: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
  },
  messages: { display: 'grid', gap: tokens.spacingVerticalS, ':empty': { display: 'none' } },
  loading: { alignSelf: 'center', padding: tokens.spacingVerticalXL },
});
