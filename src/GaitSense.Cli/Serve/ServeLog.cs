using System.Globalization;
using System.Text;
using GaitSense.Cli.App;
using GaitSense.Recording.Files;

namespace GaitSense.Cli.Serve;

/// <summary>What a server says, in a file too, a line each with its time (UTC). It has the same words: none about a person.</summary>
/// <param name="screen">Where it says it.</param>
/// <param name="file">The file, for its owner alone.</param>
/// <param name="time">The clock.</param>
internal sealed class ServeLog(TextWriter screen, TextWriter file, TimeProvider time) : TextWriter
{
    private const long MostBytes = 1_000_000;
    private const string OlderEnd = ".old";

    /// <inheritdoc/>
    public override Encoding Encoding => screen.Encoding;

    /// <summary>Runs a server with its log kept, which says why it failed, too.</summary>
    /// <param name="terminal">Its terminal.</param>
    /// <param name="path">The file, gone on with; above 1 MB it is put aside as <c>NAME.old</c> first. Null: none.</param>
    /// <param name="run">The server, given a terminal that is kept.</param>
    /// <param name="stop">Ctrl-C.</param>
    public static async Task<int> KeepAsync(Terminal terminal, string? path, Func<Terminal, Task<int>> run, CancellationToken stop)
    {
        if (path is null) return await run(terminal).ConfigureAwait(false);
        if (string.IsNullOrWhiteSpace(path)) throw new UsageException("--log is empty. Give a file.");
        await using TextWriter file = TextWriter.Synchronized(Open(Path.GetFullPath(path)));
        Terminal kept = terminal with { Out = new ServeLog(terminal.Out, file, terminal.Time), Error = new ServeLog(terminal.Error, file, terminal.Time) };
        try
        {
            return await run(kept).ConfigureAwait(false);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            return Errors.Report(kept, e);
        }
    }

    /// <inheritdoc/>
    public override void Write(char value) => screen.Write(value);

    /// <inheritdoc/>
    public override void Write(string? value) => screen.Write(value);

    /// <inheritdoc/>
    public override void WriteLine(string? value)
    {
        screen.WriteLine(value);
        file.Write(string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():yyyy-MM-ddTHH:mm:ssZ} {value}\n"));
    }

    private static StreamWriter Open(string path)
    {
        if (File.Exists(path) && new FileInfo(path).Length > MostBytes) File.Move(path, path + OlderEnd, overwrite: true);
        FileStream stream = File.Exists(path) ? new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read) : PrivateFiles.Create(path, FileShare.Read);
        return new StreamWriter(stream) { AutoFlush = true };
    }
}
