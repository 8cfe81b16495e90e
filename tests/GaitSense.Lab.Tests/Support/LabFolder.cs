using System.Globalization;

namespace GaitSense.Lab.Tests;

/// <summary>A folder that the guest may write to, and the feet whose firmware is the C reference.</summary>
internal sealed class LabFolder : TestFolder
{
    /// <summary>Runs gaitsense in the lab against two feet that play a recording; meanwhile, trouble.</summary>
    /// <param name="recording">Folder of the recording.</param>
    /// <param name="arguments">What gaitsense is told.</param>
    /// <param name="left">More settings of the left sensor: <c>loss=0.05,vanish_after=20</c>.</param>
    /// <param name="right">More settings of the right sensor.</param>
    /// <param name="restart">Which sensor restarts when: <c>GaitR:40</c>.</param>
    /// <param name="trouble">Times and actions for trouble.py.</param>
    /// <param name="limitS">How long it may take.</param>
    public async Task<LabRun> WalkAsync(string recording, string[] arguments, string left = "", string right = "", string restart = "", string[]? trouble = null, int limitS = 200)
    {
        await BleLab.RequireAsync();
        string firmware = await WriteFirmwareAsync(recording, restart), gaitsense = await Programs.GaitSenseAsync();
        string command = $"dotnet {gaitsense} {string.Join(' ', arguments)}";
        if (trouble is not null) command = $"python3 {System.IO.Path.Combine(Programs.Support, "trouble.py")} {string.Join(' ', trouble.Select(t => $"'{t}'"))} & {command}";
        return await BleLab.RunAsync(
            ["--rw", Path, "--sensor", Sensor("GaitL", firmware, left), "--sensor", Sensor("GaitR", firmware, right)], ["sh", "-c", command], limitS);
    }

    private static string Sensor(string name, string firmware, string more) =>
        string.Create(CultureInfo.InvariantCulture, $"name={name},firmware={firmware},rate=50,wait_start=1{(more.Length > 0 ? "," : "")}{more}");

    // The lab passes no environment on to a firmware.
    private async Task<string> WriteFirmwareAsync(string recording, string restart)
    {
        string path = this["firmware.py"], reference = System.IO.Path.Combine(Programs.Support, "firmware_gaitsense.py");
        await File.WriteAllTextAsync(
            path,
            $"""
            import os, runpy
            os.environ.update(GAITSENSE_FIRMWARE="{await Programs.FirmwareAsync()}", GAITSENSE_RECORDING="{recording}", GAITSENSE_RESTART="{restart}")
            globals().update(runpy.run_path("{reference}"))

            """,
            TestContext.Current.CancellationToken);
        return path;
    }
}
