using System.Globalization;
using System.Text;
using System.Threading.Channels;
using Npgsql;

namespace GaitSense.Storage;

/// <summary>
/// Messages between the programs that share a store, told and forgotten: those of a program that is gone, or while the database is, are lost. PostgreSQL carries them (LISTEN, NOTIFY), so that
/// programs need no way to each other but the one to their store; whoever may connect to the database may read and send them. Thread-safe.
/// </summary>
public sealed class StoreMessages : IAsyncDisposable
{
    // A notification has at most 8000 bytes; a message in several parts has a number in front of each.
    private const int PartBytes = 7500, MaxWaiting = 2048, MaxHalf = 64;

    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(500);

    private readonly Channel<(string To, string Text)> _out = Channel.CreateBounded<(string, string)>(new BoundedChannelOptions(MaxWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
    private readonly Dictionary<string, StringBuilder> _halves = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _listens = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _connection, _name;
    private readonly Action<string> _received;
    private readonly Task _listening, _sending;
    private long _number;
    private int _isDisposed;

    private StoreMessages(string connection, string name, Action<string> received)
    {
        // Two connections of its own, kept open: a pool would reset one that listens.
        _connection = new NpgsqlConnectionStringBuilder(connection) { Pooling = false, KeepAlive = 5 }.ConnectionString;
        (_name, _received) = (name, received);
        _listening = Task.Run(ListenAsync);
        _sending = Task.Run(SendAsync);
    }

    /// <summary>Begins to listen; null: the store is a file, and this program alone serves it.</summary>
    /// <param name="store">The store.</param>
    /// <param name="name">What this program is called; at most 40 ASCII letters, digits, hyphens.</param>
    /// <param name="received">Called with each message to it, one at a time; returns at once and does not throw.</param>
    public static StoreMessages? Open(TrainingStore store, string name, Action<string> received)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(received);
        return store.Location.Connection is { } connection ? new StoreMessages(connection, name, received) : null;
    }

    /// <summary>Ends when it listens for the first time.</summary>
    public Task Listens => _listens.Task;

    /// <summary>Sends a message. Returns at once; whether it arrives is not known.</summary>
    /// <param name="to">The name of another program.</param>
    /// <param name="text">What; ASCII, as JSON is written here.</param>
    public void Send(string to, string text) => _out.Writer.TryWrite((to, text));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0) return;
        await _stop.CancelAsync();
        await Task.WhenAll(_listening, _sending);
        _stop.Dispose();
    }

    private static string ChannelOf(string name) => "gaitsense_" + name;

    private Task ListenAsync() => KeepAsync(async (connection, stop) =>
    {
        connection.Notification += (_, e) => Take(e.Payload);
        await using (NpgsqlCommand listen = new($"LISTEN \"{ChannelOf(_name).Replace("\"", "", StringComparison.Ordinal)}\"", connection)) await listen.ExecuteNonQueryAsync(stop);
        _listens.TrySetResult();
        while (true) await connection.WaitAsync(stop);
    });

    private Task SendAsync() => KeepAsync(async (connection, stop) =>
    {
        await using NpgsqlCommand notify = new("SELECT pg_notify($1, $2)", connection);
        notify.Parameters.Add(new NpgsqlParameter<string>());
        notify.Parameters.Add(new NpgsqlParameter<string>());
        await foreach ((string to, string text) in _out.Reader.ReadAllAsync(stop))
        {
            int parts = Math.Max(1, (text.Length + PartBytes - 1) / PartBytes);
            string number = string.Create(CultureInfo.InvariantCulture, $"{_name}.{Interlocked.Increment(ref _number)}");
            for (int part = 0; part < parts; part++)
            {
                notify.Parameters[0].Value = ChannelOf(to);
                notify.Parameters[1].Value = string.Create(CultureInfo.InvariantCulture, $"{number}/{part + 1}/{parts} {text.AsSpan(part * PartBytes, Math.Min(PartBytes, text.Length - (part * PartBytes)))}");
                await notify.ExecuteNonQueryAsync(stop);
            }
        }
    });

    // Again and again until it is disposed: databases are restarted.
    private async Task KeepAsync(Func<NpgsqlConnection, CancellationToken, Task> use)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await using NpgsqlConnection connection = new(_connection);
                await connection.OpenAsync(_stop.Token);
                await use(connection, _stop.Token);
            }
            catch (Exception e) when (e is NpgsqlException or System.Net.Sockets.SocketException or IOException or TimeoutException or InvalidOperationException)
            {
                await Task.Delay(Again, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private void Take(string payload)
    {
        int space = payload.IndexOf(' ', StringComparison.Ordinal);
        string[] head = space > 0 ? payload[..space].Split('/') : [];
        if (head is not [var number, var part, var parts]) return;
        if (parts is "1")
        {
            _received(payload[(space + 1)..]);
            return;
        }

        // Parts come in their order; the first ones of a message whose last was lost go with the next such message.
        if (part is "1")
        {
            if (_halves.Count >= MaxHalf) _halves.Clear();
            _halves[number] = new StringBuilder();
        }

        if (!_halves.TryGetValue(number, out StringBuilder? whole)) return;
        whole.Append(payload, space + 1, payload.Length - space - 1);
        if (!string.Equals(part, parts, StringComparison.Ordinal)) return;
        _halves.Remove(number);
        _received(whole.ToString());
    }
}
