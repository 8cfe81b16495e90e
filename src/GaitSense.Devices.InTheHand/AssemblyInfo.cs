using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("GaitSense.Devices.InTheHand.Tests")]
