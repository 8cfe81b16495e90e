using System.Net.Sockets;

namespace GaitSense.Devices.Linux;

/// <summary>A characteristic that this program offers, and who wants its notifications.</summary>
internal sealed class LocalCharacteristic(BleCharacteristicDefinition definition, string path, string servicePath)
{
    private readonly Lock _gate = new();
    private Socket? _socket;
    private bool _signals;

    /// <summary>What it is.</summary>
    public BleCharacteristicDefinition Definition { get; } = definition;

    /// <summary>Its object.</summary>
    public string Path { get; } = path;

    /// <summary>The object of its service.</summary>
    public string ServicePath { get; } = servicePath;

    /// <summary>Whether a central wants notifications.</summary>
    public bool IsSubscribed
    {
        get
        {
            lock (_gate) return _socket is not null || _signals;
        }
    }

    /// <summary>Begins notifying through a socket, until its other end is closed.</summary>
    /// <param name="socket">The socket, which does not block; owned from now on.</param>
    public void Subscribe(Socket socket)
    {
        End();
        lock (_gate) _socket = socket;
        Definition.SubscriptionChanged?.Invoke(true);
        _ = WatchAsync(socket);
    }

    /// <summary>Begins notifying through signals.</summary>
    public void SubscribeBySignals()
    {
        lock (_gate)
        {
            if (_signals) return;
            _signals = true;
        }

        Definition.SubscriptionChanged?.Invoke(true);
    }

    /// <summary>Ends notifying; does nothing without a subscriber.</summary>
    /// <param name="socket">Only if it goes through this socket; null: in any case.</param>
    public void End(Socket? socket = null)
    {
        lock (_gate)
        {
            if ((_socket is null && !_signals) || (socket is not null && socket != _socket)) return;
            _socket?.Dispose();
            (_socket, _signals) = (null, false);
        }

        Definition.SubscriptionChanged?.Invoke(false);
    }

    /// <summary>Sends a value without waiting.</summary>
    /// <param name="value">The value.</param>
    /// <param name="bySignal">Whether it has to go by signal instead.</param>
    /// <returns>Whether it went, or has to go by signal.</returns>
    public bool TrySend(ReadOnlySpan<byte> value, out bool bySignal)
    {
        lock (_gate) // the socket is not closed meanwhile
        {
            bySignal = _signals && _socket is null;
            if (_socket is null) return bySignal;
            _socket.Send(value, SocketFlags.None, out SocketError error);
            return error == SocketError.Success;
        }
    }

    // bluetoothd sends nothing through it: what can be read is its end.
    private async Task WatchAsync(Socket socket)
    {
        byte[] nothing = new byte[1];
        try
        {
            while (await socket.ReceiveAsync(nothing).ConfigureAwait(false) > 0)
            {
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Closed, by it or by us.
        }

        End(socket);
    }
}
