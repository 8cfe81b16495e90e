using System.Net.Sockets;
using System.Text;
using Tmds.DBus.Protocol;

namespace GaitSense.Devices.Linux;

/// <summary>
/// A connection to the system bus. The library reads it in one loop, message by message: what a reader of an answer or of a signal does is done before
/// the next message is looked at. So state is changed in readers, never after an await; and readers must be quick.
/// </summary>
/// <remarks>
/// Why Tmds.DBus.Protocol: managed, no dependency of its own, passes descriptors. The binding of libsystemd's sd-bus that it replaced was 800 lines here; its
/// calls took as long and allocated more, though it was there 0.2 s sooner: this one is compiled when it is first used.
/// </remarks>
internal sealed class BusConnection : IDisposable
{
    private static readonly TimeSpan GreetingLimit = TimeSpan.FromSeconds(3);

    private readonly DBusConnection _connection;

    private BusConnection(DBusConnection connection)
    {
        _connection = connection;
        Closed = WaitForEndAsync(connection);
    }

    /// <summary>Completes when the connection has ended, with the reason.</summary>
    public Task<BusException> Closed { get; }

    /// <summary>Opens a bus.</summary>
    /// <param name="address">Where it is; null: the system bus (DBUS_SYSTEM_BUS_ADDRESS, else where every system has it).</param>
    /// <exception cref="BusException">There is none, or this user may not use it.</exception>
    public static async Task<BusConnection> OpenAsync(string? address = null)
    {
        var connection = new DBusConnection(address ?? DBusAddress.System ?? "");
        try
        {
            // Whoever listens there need not be a bus: one that never answers is none.
            await connection.ConnectAsync().AsTask().WaitAsync(GreetingLimit).ConfigureAwait(false);
        }
        catch (TimeoutException e)
        {
            connection.Dispose();
            throw new BusException(BusException.Disconnected, "the system bus (D-Bus) does not answer", e);
        }
        catch (Exception e) when (e is DBusExceptionBase or ArgumentException)
        {
            connection.Dispose();
            bool isForbidden = e.InnerException is SocketException { SocketErrorCode: SocketError.AccessDenied };
            throw new BusException(isForbidden ? BusException.AccessDenied : BusException.Disconnected, $"the system bus (D-Bus) cannot be reached: {e.Message}", e);
        }

        return new BusConnection(connection);
    }

    /// <summary>Calls a method and gives what its answer holds.</summary>
    /// <param name="call">The method.</param>
    /// <param name="reader">Reads the answer, before any later message is read.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="BusException">The answer is an error, there is none in time, or the connection ended.</exception>
    public async Task<T> CallAsync<T>(BusCall call, MessageValueReader<T> reader, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Task<T>? answer = null;
        bool isTaken = false;
        try
        {
            answer = _connection.CallMethodAsync(Compose(call), reader);
            T value = await answer.WaitAsync(call.Timeout, cancellationToken).ConfigureAwait(false);
            isTaken = true;
            return value;
        }
        catch (DBusErrorReplyException e)
        {
            throw new BusException(e.ErrorName, e.ErrorMessage, e);
        }
        catch (TimeoutException e)
        {
            throw new BusException(BusException.NoReply, $"no answer to {call.Member}", e);
        }
        catch (Exception e) when (e is DBusExceptionBase or ObjectDisposedException)
        {
            throw new BusException(BusException.Disconnected, $"the system bus (D-Bus) was lost: {e.Message}", e);
        }
        finally
        {
            if (answer is not null && !isTaken) Forget(answer);
            await Task.Yield(); // the caller goes on elsewhere: this may be the thread that reads the bus
        }
    }

    /// <summary>Receives signals; those before it completes may be missed.</summary>
    /// <param name="rule">Which.</param>
    /// <param name="signature">What they hold; others are as if they had not come.</param>
    /// <param name="reader">Reads each, before any later message is read.</param>
    /// <exception cref="BusException">The bus does not let it.</exception>
    public async Task MatchAsync(MatchRule rule, string signature, Action<Message> reader)
    {
        byte[] expected = Encoding.ASCII.GetBytes(signature);
        try
        {
            await _connection.AddMatchAsync(rule, Read, static (Notification<bool> _) => { }, emitOnCapturedContext: false).ConfigureAwait(false);
        }
        catch (DBusErrorReplyException e)
        {
            throw new BusException(e.ErrorName, e.ErrorMessage, e);
        }
        catch (Exception e) when (e is DBusExceptionBase or ObjectDisposedException)
        {
            throw new BusException(BusException.Disconnected, e.Message, e);
        }

        bool Read(Message message, object? state)
        {
            bool isOne = message.Signature.SequenceEqual(expected);
            if (isOne) reader(message);
            return isOne;
        }
    }

    /// <summary>Answers calls to objects, on the loop that reads.</summary>
    public void Serve(IPathMethodHandler handler) => _connection.AddMethodHandler(handler);

    /// <summary>Ends what <see cref="Serve"/> began.</summary>
    public void Withdraw(IPathMethodHandler handler) => _connection.RemoveMethodHandler(handler.Path);

    /// <summary>Sends a signal; false: the connection has ended.</summary>
    public bool TrySignal(string path, string contract, string member, string signature, BusArguments arguments)
    {
        MessageWriter writer = _connection.GetMessageWriter();
        try
        {
            writer.WriteSignalHeader(destination: null, path, contract, member, signature);
            arguments(ref writer);
            return _connection.TrySendMessage(writer.CreateMessage());
        }
        finally
        {
            writer.Dispose();
        }
    }

    /// <summary>Ends the connection.</summary>
    public void Dispose() => _connection.Dispose();

    private static async Task<BusException> WaitForEndAsync(DBusConnection connection)
    {
        Exception? reason = await connection.DisconnectedAsync().ConfigureAwait(false);
        return new BusException(BusException.Disconnected, reason?.Message ?? "the connection was closed", reason);
    }

    // Nobody waits any more for what it may still bring: a descriptor, or a failure.
    private static void Forget<T>(Task<T> answer) => _ = answer.ContinueWith(
        static late =>
        {
            if (late.IsCompletedSuccessfully) (late.Result as IDisposable)?.Dispose();
            else _ = late.Exception;
        },
        CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    private MessageBuffer Compose(BusCall call)
    {
        MessageWriter writer = _connection.GetMessageWriter();
        try
        {
            writer.WriteMethodCallHeader(call.Destination, call.Path, call.Contract, call.Member, call.Signature, MessageFlags.NoAutoStart);
            call.Arguments?.Invoke(ref writer);
            return writer.CreateMessage();
        }
        finally
        {
            writer.Dispose();
        }
    }
}
