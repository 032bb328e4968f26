using Hub.Kernel.Modules;

[assembly: Module("Hub.Content.Tests", Name = "Prove", Category = "Prove", Description = "Types for the tests of the content core.")]
