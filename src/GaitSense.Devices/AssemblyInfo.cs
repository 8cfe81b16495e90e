using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("GaitSense.Devices.Tests")]
[assembly: InternalsVisibleTo("GaitSense.Sessions.Tests")]
