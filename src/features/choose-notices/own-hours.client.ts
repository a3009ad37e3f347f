// Whoever types quiet hours wants their own: the choice above them follows; and where another is chosen after that, the hours go.

const hours = [...document.querySelectorAll<HTMLInputElement>('input[name="from"], input[name="until"]')];

for (const choice of document.querySelectorAll<HTMLInputElement>('input[name="quiet"]'))
  if (choice.value === 'own')
    for (const field of hours)
      field.addEventListener('input', () => {
        if (field.value.trim() !== '') choice.checked = true;
      });
  else
    choice.addEventListener('change', () => {
      for (const field of hours) field.value = '';
    });
