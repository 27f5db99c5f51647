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
import { showScreen } from './address';
import { Aside } from './aside';
import { SCREENS, screenNamed, type ScreenName } from './screens';

/** The screens as tabs: those that fit, and the others in a menu. The selected one is always a tab. */
export function ScreenTabs({ selected }: { selected: ScreenName }) {
  const styles = useStyles();
  return (
    <Overflow minimumVisible={1} padding={0}>
      <div className={styles.row}>
        <TabList
          className={styles.tabs}
          selectedValue={selected}
          onTabSelect={(_, { value }) => showScreen(value as ScreenName)}
          aria-label="Screens"
        >
          {SCREENS.map(({ name }) => (
            <OverflowItem key={name} id={name} priority={name === selected ? 2 : 1}>
              <Tab value={name} id={tabOf(name)} aria-controls="screen">
                <TabTitle name={name} />
              </Tab>
            </OverflowItem>
          ))}
        </TabList>
        <MoreScreens />
      </div>
    </Overflow>
  );
}

function TabTitle({ name }: { name: ScreenName }) {
  const { title, Count } = screenNamed(name);
  return (
    <>
      {title}
      {Count && (
        <Aside>
          <Count />
        </Aside>
      )}
    </>
  );
}

/** The id of a screen's tab in the page. */
export const tabOf = (screen: ScreenName): string => `tab-${screen}`;

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
          {SCREENS.map(({ name }) => (
            <HiddenScreen key={name} screen={name} />
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function HiddenScreen({ screen }: { screen: ScreenName }) {
  const isTab = useIsOverflowItemVisible(screen);
  if (isTab) return null;
  const show = (): void => {
    showScreen(screen);
    // The menu returns the focus to its button, but the selected screen is a tab now.
    setTimeout(() => document.getElementById(tabOf(screen))?.focus(), SETTLE_MS);
  };
  return <MenuItem onClick={show}>{screenNamed(screen).title}</MenuItem>;
}

const SETTLE_MS = 60;

const useStyles = makeStyles({
  // the first title lines up with the left edge of the screen below
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
