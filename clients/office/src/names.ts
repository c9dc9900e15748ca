/** Control ids and action names that the manifests and the code must agree on. */
export const names = {
  wordButton: 'Chaperone.Word.Open',
  outlookButton: 'Chaperone.Outlook.Open',
  outlookAppointmentButton: 'Chaperone.Outlook.OpenAppointment',
  onSend: 'chaperoneOnSend',
} as const;
