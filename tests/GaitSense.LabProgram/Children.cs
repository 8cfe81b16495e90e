using System.Diagnostics;

namespace GaitSense.LabProgram;

/// <summary>This program again, as another process.</summary>
internal static class Children
{
    public static Process Start(params string[] args) =>
        Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [typeof(Children).Assembly.Location, .. args]) { UseShellExecute = false })!;
}
