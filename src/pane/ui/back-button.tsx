import { Button } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';

interface BackButtonProps {
  /** The place it leads to, by the name shown there. */
  to: string;
  /** The accessible name, if it says more than the place. */
  spoken?: string;
  onBack: () => void;
}

/** A back button with the name of the place it leads to; it is the first element of its screen. */
export function BackButton({ to, spoken, onBack }: BackButtonProps) {
  return (
    <div>
      <Button size="small" appearance="subtle" icon={<ArrowLeftRegular />} aria-label={spoken} onClick={onBack}>
        {to}
      </Button>
    </div>
  );
}
