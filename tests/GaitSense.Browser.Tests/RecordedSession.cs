namespace GaitSense.Browser.Tests;

/// <summary>A session recorded at its own speed, with cues, over the simulated radio: by the command line, as a PC would.</summary>
public sealed class RecordedSession : IAsyncLifetime
{
    private readonly TestFolder _folder = new();

    /// <summary>Its folder.</summary>
    public string Folder => _folder["session"];

    public async ValueTask InitializeAsync()
    {
        if (WalkPage.Chromium is null) return; // nobody will ask for it
        await CommandLine.GaitSenseAsync("walk", "--simulate", "ms-mild", "--seed", "5", "--duration", "25", "--plain", "--cues", "samples/cues/comfortable.json", "--sound", "none", "--record", Folder);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
