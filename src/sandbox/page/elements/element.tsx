import type { Element } from '../blocks/shapes.ts';
import { Button } from './button.tsx';
import { Choices } from './choices.tsx';
import { ExternalSelect } from './external-select.tsx';
import { FileInput } from './file-input.tsx';
import { MultiSelect } from './multi-select.tsx';
import { Overflow } from './overflow.tsx';
import { Picker } from './picker.tsx';
import { Select } from './select.tsx';
import { TextInput } from './text-input.tsx';

export type ElementProps = {
  readonly blockId: string;
  readonly element: Element;
  /** Whether a change is sent to the app at once. Inputs of a form keep it until the form is submitted. */
  readonly dispatch: boolean;
  /** Ties an input to its label, hint and error. */
  readonly id?: string;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean;
  /** What the control is called where no label stands beside it. */
  readonly name?: string;
};

/** Whatever a person presses, picks or types in. An element of a kind Slack has since added says so. */
export function ElementView(props: ElementProps) {
  switch (props.element.type) {
    case 'button':
    case 'workflow_button':
      return <Button {...props} />;
    case 'overflow':
      return <Overflow {...props} />;
    case 'external_select':
      return <ExternalSelect {...props} />;
    case 'static_select':
    case 'users_select':
    case 'conversations_select':
    case 'channels_select':
      return <Select {...props} />;
    case 'multi_static_select':
    case 'multi_external_select':
    case 'multi_users_select':
    case 'multi_conversations_select':
    case 'multi_channels_select':
      return <MultiSelect {...props} />;
    case 'checkboxes':
    case 'radio_buttons':
      return <Choices {...props} />;
    case 'datepicker':
    case 'timepicker':
    case 'datetimepicker':
      return <Picker {...props} />;
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'rich_text_input':
      return <TextInput {...props} />;
    case 'file_input':
      return <FileInput {...props} />;
    default:
      return <span className="unknown">The sandbox does not draw “{props.element.type}” yet.</span>;
  }
}
