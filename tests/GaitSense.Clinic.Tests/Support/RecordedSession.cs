using System.Diagnostics;

namespace GaitSense.Clinic.Tests;

/// <summary>A walk of twelve seconds as the command line records it, over the simulated radio: its session file. Made once for all tests.</summary>
internal static class RecordedSession
{
    private static readonly Lazy<Task<byte[]>> s_bytes = new(RecordAsync);

    public static Task<byte[]> BytesAsync() => s_bytes.Value;

    private static async Task<byte[]> RecordAsync()
    {
        using TestFolder folder = new();
        using Process walk = Process.Start(ServeProcess.Of(["walk", "--simulate", "healthy", "--seed", "3", "--duration", "12", "--plain", "--record", folder["walk"]]))!;
        Task<string> said = walk.StandardOutput.ReadToEndAsync(), errors = walk.StandardError.ReadToEndAsync();
        await walk.WaitForExitAsync();
        walk.ExitCode.ShouldBe(0, $"{await said} {await errors}");
        return await File.ReadAllBytesAsync(Path.Combine(folder["walk"], "session.gait"));
    }
}
