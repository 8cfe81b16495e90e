using System.Text;

namespace GaitSense.Cli.App;

/// <summary>A writer that ends nothing: where what it writes to is full, closed or gone, the rest is left out, and <see cref="Failure"/> has why.</summary>
/// <param name="open">Opens what is written to, at the first write.</param>
internal sealed class LastingWriter(Func<TextWriter> open) : TextWriter
{
    private readonly Lock _lock = new();
    private TextWriter? _inner;

    /// <summary>Why nothing is written any more; null while all is well.</summary>
    public Exception? Failure { get; private set; }

    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <inheritdoc/>
    public override void Write(char value) => Write(value.ToString());

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer) => Write(new string(buffer));

    /// <inheritdoc/>
    public override void Write(string? value) => Try(w => w.Write(value));

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Try(w => w.WriteLine(value));

    /// <inheritdoc/>
    public override void Flush() => Try(static w => w.Flush());

    private void Try(Action<TextWriter> write)
    {
        lock (_lock)
        {
            if (Failure is not null) return;
            try
            {
                write(_inner ??= open());
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
            {
                Failure = e;
            }
        }
    }
}
