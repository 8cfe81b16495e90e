using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("GaitSense.Recording.Tests")]
