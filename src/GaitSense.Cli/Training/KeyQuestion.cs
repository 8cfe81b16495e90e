using GaitSense.Cli.App;

namespace GaitSense.Cli.Training;

/// <summary>A question that one key answers.</summary>
/// <param name="terminal">The screen and the keyboard.</param>
internal sealed class KeyQuestion(Terminal terminal)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <summary>Asks, and waits for one of some keys.</summary>
    /// <param name="text">The question.</param>
    /// <param name="keys">The keys that answer, small letters and digits.</param>
    /// <param name="stop">Ends the question.</param>
    public async Task<char> AskAsync(string text, string keys, CancellationToken stop)
    {
        terminal.Report(text);
        while (true)
        {
            while (terminal.ReadKey() is { } key and not '\0')
                if (keys.Contains(char.ToLowerInvariant(key), StringComparison.Ordinal)) return char.ToLowerInvariant(key);
            await Task.Delay(Look, terminal.Time, stop).ConfigureAwait(false);
        }
    }
}
