import { Button } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';

interface BackButtonProps {
  /** The place it leads to, by the name people see there. */
  to: string;
  /** What is read out, where that says more than the place. */
  spoken?: string;
  onBack: () => void;
}

/** The way back, by the name of the place it leads to; it comes first on whatever it leads out of. */
export function BackButton({ to, spoken, onBack }: BackButtonProps) {
  return (
    <div>
      <Button size="small" appearance="subtle" icon={<ArrowLeftRegular />} aria-label={spoken} onClick={onBack}>
        {to}
      </Button>
    </div>
  );
}
