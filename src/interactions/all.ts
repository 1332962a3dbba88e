import type { Interaction } from '../engine/interaction.ts';
import type { Suggestion } from '../engine/suggestion.ts';
import { addInvoice } from './add-invoice.ts';
import { addInvoiceShortcut } from './add-invoice-shortcut.ts';
import { askReport } from './ask-report.ts';
import { askedInWords } from './asked-in-words.ts';
import { budgetChange } from './budget-change.ts';
import { budgetNew } from './budget-new.ts';
import { budgetRemove } from './budget-remove.ts';
import { changeBudget } from './change-budget.ts';
import { correctInvoiceForm } from './correct-invoice.ts';
import { digestNew } from './digest-new.ts';
import { digestResume } from './digest-resume.ts';
import { digestSave } from './digest-save.ts';
import { digestSend } from './digest-send.ts';
import { digestStop } from './digest-stop.ts';
import { distrustVendor } from './distrust-vendor.ts';
import { duplicateCredit } from './duplicate-credit.ts';
import { duplicateDifferent } from './duplicate-different.ts';
import { duplicateReplaces } from './duplicate-replaces.ts';
import { duplicateSame } from './duplicate-same.ts';
import { duplicateUndo } from './duplicate-undo.ts';
import { fileShared } from './file-shared.ts';
import { findInvoice } from './find-invoice.ts';
import { findInvoiceShortcut } from './find-invoice-shortcut.ts';
import { findOnPenny } from './find-on-penny.ts';
import { homeOpened } from './home-opened.ts';
import { importColumns } from './import-columns.ts';
import { importDrop } from './import-drop.ts';
import { importLoad } from './import-load.ts';
import { importUndo } from './import-undo.ts';
import { invoiceCheckField } from './invoice-check-field.ts';
import { invoiceConfirm } from './invoice-confirm.ts';
import { invoiceCorrect } from './invoice-correct.ts';
import { invoiceDelete } from './invoice-delete.ts';
import { invoiceDiscard } from './invoice-discard.ts';
import { invoiceFieldRight } from './invoice-field-right.ts';
import { invoiceItems } from './invoice-items.ts';
import { invoiceLetGo } from './invoice-let-go.ts';
import { invoiceLookAfter } from './invoice-look-after.ts';
import { invoiceOpen } from './invoice-open.ts';
import { invoicePage } from './invoice-page.ts';
import { invoiceReadAgain } from './invoice-read-again.ts';
import { invoiceRestore } from './invoice-restore.ts';
import { invoiceShow } from './invoice-show.ts';
import { mapColumns } from './map-columns.ts';
import { readAsInvoice } from './read-as-invoice.ts';
import { reportCsv } from './report-csv.ts';
import { reportOpen } from './report-open.ts';
import { reportPeriod } from './report-period.ts';
import { reportShare } from './report-share.ts';
import { reportTable } from './report-table.ts';
import { reviewConfirm } from './review-confirm.ts';
import { setBudget } from './set-budget.ts';
import { settleField } from './settle-field.ts';
import { sharePutAside } from './share-put-aside.ts';
import { shareReadAgain } from './share-read-again.ts';
import { suggestCategories } from './suggest-categories.ts';
import { suggestKnownVendors } from './suggest-known-vendors.ts';
import { suggestVendors } from './suggest-vendors.ts';
import { trustVendor } from './trust-vendor.ts';
import { trustVendorAmount } from './trust-vendor-amount.ts';
import { trustVendorAsk } from './trust-vendor-ask.ts';

/** Everything but a command that a person does. */
export const interactions: readonly Interaction[] = [
  addInvoice,
  addInvoiceShortcut,
  askReport,
  askedInWords,
  budgetChange,
  budgetNew,
  budgetRemove,
  changeBudget,
  correctInvoiceForm,
  digestNew,
  digestResume,
  digestSave,
  digestSend,
  digestStop,
  distrustVendor,
  duplicateCredit,
  duplicateDifferent,
  duplicateReplaces,
  duplicateSame,
  duplicateUndo,
  fileShared,
  findInvoice,
  findInvoiceShortcut,
  findOnPenny,
  homeOpened,
  importColumns,
  importDrop,
  importLoad,
  importUndo,
  invoiceCheckField,
  invoiceConfirm,
  invoiceCorrect,
  invoiceDelete,
  invoiceDiscard,
  invoiceFieldRight,
  invoiceItems,
  invoiceLetGo,
  invoiceLookAfter,
  invoiceOpen,
  invoicePage,
  invoiceReadAgain,
  invoiceRestore,
  invoiceShow,
  mapColumns,
  readAsInvoice,
  reviewConfirm,
  setBudget,
  settleField,
  shareReadAgain,
  sharePutAside,
  reportShare,
  reportTable,
  reportCsv,
  reportOpen,
  reportPeriod,
  trustVendor,
  trustVendorAmount,
  trustVendorAsk,
];

/** What forms offer while somebody types. */
export const suggestions: readonly Suggestion[] = [suggestCategories, suggestKnownVendors, suggestVendors];
