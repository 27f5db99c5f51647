import { Button } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { PackChanged } from '../../../planner/rules/rule-packs';
import { toExcelError } from '../../../storage/excel-error';
import { Message } from '../../ui/message';

interface Notice {
  intent: 'success' | 'warning';
  sentence: string;
  change?: PackChanged;
}

/** Changes CoopRules; `notice` says what was done, with its Undo. */
export function useRuleChange(onChanged: () => void): {
  change: (act: () => Promise<PackChanged>) => Promise<void>;
  isBusy: boolean;
  notice: ReactNode;
} {
  const [notice, setNotice] = useState<Notice | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const run = async (act: () => Promise<Notice>): Promise<void> => {
    setIsBusy(true);
    try {
      setNotice(await act());
    } catch (error) {
      setNotice({ intent: 'warning', sentence: toExcelError(error).message });
    }
    setIsBusy(false);
    onChanged();
  };
  const undo = ({ takeBack, undone }: PackChanged): Promise<void> =>
    run(async () =>
      (await takeBack!()) === 'taken back'
        ? { intent: 'success', sentence: undone }
        : { intent: 'warning', sentence: 'The rules have changed since, so nothing was undone.' },
    );
  return {
    isBusy,
    change: (act) =>
      run(async () => {
        const done = await act();
        return { intent: 'success', sentence: done.sentence, change: done };
      }),
    notice: (
      <div role="status">
        {notice && (
          <Message
            intent={notice.intent}
            actions={
              <>
                {notice.change?.takeBack && (
                  <Button size="small" disabledFocusable={isBusy} onClick={() => void undo(notice.change!)}>
                    Undo
                  </Button>
                )}
                <Button size="small" onClick={() => setNotice(null)}>
                  Close
                </Button>
              </>
            }
          >
            {notice.sentence}
          </Message>
        )}
      </div>
    ),
  };
}
