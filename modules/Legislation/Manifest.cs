[assembly: Module("Hub.Legislation",
    Name = "Norme e aggiornamenti",
    Category = "Contenuti",
    Description = "Norme, aggiornamenti e sentenze: chi le cita, che cosa cambia, quali pagine vanno riverificate.")]
