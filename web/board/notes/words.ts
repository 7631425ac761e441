// The words of notes on figures.
import { dictionary } from '../../ui/words/dictionary.ts';

export const t = dictionary(
  {
    notes: '批注',
    notesBelow: '下级的批注',
    noteBy: '{by}，{at}',
    noteOf: '{unit}：{words}',
    noteFold: '加批注',
    noteAdd: '写一条批注',
    noteGoesAlong: '看得到这一页的工作人员都能看；签发时一起公开。',
    noteSave: '存批注',
    noteRemove: '收起',
    noteRemoved: '批注收起了',
  },
  {
    notes: 'Notes',
    notesBelow: 'Notes on the units below',
    noteBy: '{by}, {at}',
    noteOf: '{unit}: {words}',
    noteFold: 'Add a note',
    noteAdd: 'Write a note',
    noteGoesAlong: 'Staff who see this page can read it; once the card is signed off, everybody.',
    noteSave: 'Keep the note',
    noteRemove: 'Take away',
    noteRemoved: 'Note taken away',
  },
);
