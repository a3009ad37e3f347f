/** Which letters somebody wants about a report. */
export const noticeChoice = {
  addressStopped: 'All letters to this address are stopped. News of reports can still be read on this site.',
  done: {
    address_resumed: 'Letters to this address are sent again.',
    address_stopped: 'No more letters go to this address.',
    nothing: 'Nothing was saved: there are no letters about a report to choose on this page.',
    resumed: 'Letters about this report are sent again.',
    saved: 'Your choices are saved.',
    savedInVain: 'Your choices are kept, but letters stay stopped. Have them sent again below, and your choices hold.',
    stopped: 'Letters about this report are stopped.',
  },
  endHint:
    'Questions of officers are not sent. A report may be closed when a question is not answered; look at its page yourself.',
  endHintFollower: 'The steps between are not sent; all of them can be read on the page of the report.',
  ended: 'You no longer follow this report. To follow it again, open its page.',
  field: {
    from: 'Quiet hours begin, such as 21.00',
    language: 'Language of letters',
    quiet: 'Quiet hours',
    steps: 'News that is sent',
    until: 'Quiet hours end, such as 07.00',
  },
  followAgain: 'Follow this report again',
  forAll: 'The choices below hold for all reports that you follow.',
  mayBeStopped:
    'No letters? If you once stopped all letters to your email address, there is no news of this report there either. How to have them again is said under Choose notices.',
  noAddress: 'There is no mail address with this report, so no letters are sent.',
  noLetter: 'This link is not known. Use the link in your newest letter.',
  noLonger: 'This link no longer decides about letters about this report.',
  noneSent: 'Letters about this report are not sent, because they were stopped. Its news stands on this page.',
  noneSentChange: 'Change',
  notATime: {
    from: 'Write the time they begin in figures, such as 21.00.',
    until: 'Write the time they end in figures, such as 07.00.',
  },
  open: 'Choose notices',
  ownAddressStopped:
    'All letters to the mail address of this report are stopped, so no other choice has an effect now. News of reports can still be read on this site.',
  perhapsStopped:
    'Did you once stop all letters to your mail address? As long as that holds, the choices here have no effect. Have them sent again by the link at the end of any letter of ours to that address.',
  quiet: {
    city: "The city's quiet hours ({{hours}})",
    cityNone: 'As the city does (no quiet hours)',
    none: 'None: send at any time',
    own: 'My own hours',
  },
  quietHint: 'News in quiet hours is sent after them. Nothing is lost.',
  readOwn: 'Open the page of your report',
  readPublic: 'Open the page of the report',
  resume: 'Send again',
  resumeAll: 'Send letters to this address again',
  resumeAllHint: 'If they are sent again, you get the news of what happens after that, and your choices hold again.',
  resumeHint:
    'Letters are stopped now. If they are sent again, you get the news of what happens after that, and can choose letters again.',
  resumeOwnAddress: 'Send letters to that mail address again',
  sameTime:
    'The times they begin and end are the same. Write another time they end, or choose “None: send at any time” and leave both times empty.',
  save: 'Save',
  steps: {
    all: 'Every step',
    end: 'Only the answer and the end',
    needed: 'Only questions, answers and time limits for you',
  },
  stop: 'Stop',
  stopAddress: 'All letters to this address',
  stopAddressHint:
    'For the owner of this mail address: no more letters of any kind from this city to this address, also about other reports. Only a warning when the contact of your report is changed, and a new code that was asked for, are still sent. It can be opened again on this page.',
  stopAll: 'Stop all letters to this address',
  stopFollowing: 'Stop following',
  stopFollowingHint:
    'This report alone: you get no more letters about it. News of other reports that you follow still comes.',
  stopFollowingThis: 'Stop following this report',
  stopThis: 'Letters about this report',
  stopThisHint: {
    goes: 'If you stop them, no more letters about this report are sent, but for a last one that says so: after quiet hours, and not to an address that wants no letters at all. Without letters, too, all news can be read on the page of your report with number and code.',
    none: 'If you stop them, no more letters about this report are sent. Without letters, too, all news can be read on the page of your report with number and code.',
    told: 'If you stop them, no more letters about this report are sent. A letter has told of a stop already today; there is no second one. Without letters, too, all news can be read on the page of your report with number and code.',
  },
  stoppedSince:
    'Letters about this report have been stopped since {{since}}. All news can still be read on the page of the report.',
  title: 'Choose notices',
};
