import { Button, makeStyles, typographyStyles } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import type { ReactNode } from 'react';
import { closedHalvesOf, type FoldedList } from '../../../planner/funds/closed-halves';
import { useObservable } from '../../ui/use-observable';
import { usePlanner } from '../../ui/use-planner';

interface ClosedFoldProps {
  list: FoldedList;
  count: number;
  /** The level of its heading. */
  as: 'h2' | 'h3';
  children: ReactNode;
}

/** The closed halves of a list, folded under a heading. */
export function ClosedFold({ list, count, as: Heading, children }: ClosedFoldProps) {
  const styles = useStyles();
  const closed = usePlanner().session(closedHalvesOf);
  const isOpen = useObservable(closed).has(list);
  return (
    <>
      <Heading className={styles.heading}>
        <Button
          appearance="transparent"
          className={styles.toggle}
          icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
          aria-expanded={isOpen}
          onClick={() => closed.toggle(list)}
        >
          Closed halves ({count})
        </Button>
      </Heading>
      {isOpen && children}
    </>
  );
}

const useStyles = makeStyles({
  heading: { margin: 0 },
  toggle: { ...typographyStyles.body1Strong, justifyContent: 'start', minWidth: 0, minHeight: '32px', paddingLeft: 0, paddingRight: 0 },
});
