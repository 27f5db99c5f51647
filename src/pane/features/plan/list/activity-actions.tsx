import { Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';

interface ActivityActionsProps {
  name: string;
  /** Whether it spans two usage periods and can be split. */
  canSplit: boolean;
  /** Whether it is planned or committed, and has started. */
  canFinish: boolean;
  onFinish: () => void;
  onDuplicate: () => void;
  onSplit: () => void;
  onMove: () => void;
  onShow: () => void;
  onDelete: () => void;
}

/** The actions for an activity, behind one button. */
export function ActivityActions({
  name,
  canSplit,
  canFinish,
  onFinish,
  onDuplicate,
  onSplit,
  onMove,
  onShow,
  onDelete,
}: ActivityActionsProps) {
  return (
    <Menu inline positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <MenuButton size="small" appearance="subtle" icon={<MoreHorizontalRegular />} menuIcon={null} aria-label={`Actions for ${name}`} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {canFinish && <MenuItem onClick={onFinish}>Mark as done</MenuItem>}
          <MenuItem onClick={onDuplicate}>Duplicate</MenuItem>
          {canSplit && <MenuItem onClick={onSplit}>Split into two</MenuItem>}
          <MenuItem onClick={onMove}>Move to another fund</MenuItem>
          <MenuItem onClick={onShow}>Show in sheet</MenuItem>
          <MenuItem onClick={onDelete}>Delete</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
