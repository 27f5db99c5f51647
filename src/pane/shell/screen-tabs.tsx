import {
  makeStyles,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Overflow,
  OverflowItem,
  Tab,
  TabList,
  tokens,
  useIsOverflowItemVisible,
  useOverflowMenu,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';
import type { ReactNode } from 'react';
import { SCREENS, showScreen, type Screen } from '../ui/screen';

interface ScreenTabsProps {
  /** Null while it is not decided which screen comes first. */
  selected: Screen | null;
  /** Follows the title of Today. */
  count: ReactNode;
}

/** The screens as tabs: those that fit, and the others in a menu. The selected one is always a tab. */
export function ScreenTabs({ selected, count }: ScreenTabsProps) {
  const styles = useStyles();
  return (
    <Overflow minimumVisible={1} padding={0}>
      <div className={styles.row}>
        <TabList
          className={styles.tabs}
          selectedValue={selected}
          onTabSelect={(_, { value }) => showScreen(value as Screen)}
          aria-label="Screens"
        >
          {SCREENS.map((screen) => (
            <OverflowItem key={screen} id={screen} priority={screen === selected ? 2 : 1}>
              <Tab value={screen} id={tabOf(screen)} aria-controls="screen">
                {TITLES[screen]}
                {screen === 'today' && count}
              </Tab>
            </OverflowItem>
          ))}
        </TabList>
        <MoreScreens />
      </div>
    </Overflow>
  );
}

/** The id of a screen's tab in the page. */
export const tabOf = (screen: Screen): string => `tab-${screen}`;

/**
 * It is outside the list of tabs, in which only tabs may be. The Escape key in the menu also reaches office.js,
 * which moves the focus to the first tab.
 */
function MoreScreens() {
  const { ref, isOverflowing } = useOverflowMenu<HTMLButtonElement>();
  if (!isOverflowing) return null;
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <MenuButton ref={ref} appearance="subtle" icon={<MoreHorizontalRegular />} menuIcon={null} aria-label="More screens" />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {SCREENS.map((screen) => (
            <HiddenScreen key={screen} screen={screen} />
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function HiddenScreen({ screen }: { screen: Screen }) {
  const isTab = useIsOverflowItemVisible(screen);
  if (isTab) return null;
  const show = (): void => {
    showScreen(screen);
    // The menu gives the focus back to its button, which is no longer where the person is: their screen is a tab now.
    setTimeout(() => document.getElementById(tabOf(screen))?.focus(), SETTLE_MS);
  };
  return <MenuItem onClick={show}>{TITLES[screen]}</MenuItem>;
}

const SETTLE_MS = 60;

const TITLES: Record<Screen, string> = {
  today: 'Today',
  funds: 'Funds',
  plan: 'Plan',
  claims: 'Claims',
  functions: 'Functions',
  explain: 'Explain',
  rules: 'Rules',
};

const useStyles = makeStyles({
  // the first title stands above the left edge of the screen below
  row: {
    display: 'flex',
    flexWrap: 'nowrap',
    alignItems: 'center',
    minWidth: 0,
    overflow: 'hidden',
    marginLeft: tokens.spacingHorizontalSNudge,
  },
  tabs: {
    flexShrink: 0,
    '& [role=tab]': { flexShrink: 0, paddingLeft: tokens.spacingHorizontalSNudge, paddingRight: tokens.spacingHorizontalSNudge },
  },
});
