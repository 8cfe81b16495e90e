namespace GaitSense.Devices.Linux;

/// <summary>A characteristic that this program offers, and who wants its notifications.</summary>
internal sealed class LocalCharacteristic(BleCharacteristicDefinition definition, string path, string servicePath)
{
    private readonly Lock _gate = new();
    private int _socket = -1;
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
            lock (_gate) return _socket >= 0 || _signals;
        }
    }

    /// <summary>Begins notifying through a socket.</summary>
    public void Subscribe(int socket)
    {
        End();
        lock (_gate) _socket = socket;
        Definition.SubscriptionChanged?.Invoke(true);
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

    /// <summary>Ends notifying; nothing where nobody wanted any.</summary>
    /// <param name="socket">Only if it goes through this socket; -1: in any case.</param>
    public void End(int socket = -1)
    {
        lock (_gate)
        {
            if ((_socket < 0 && !_signals) || (socket >= 0 && socket != _socket)) return;
            if (_socket >= 0) _ = Libc.Close(_socket);
            (_socket, _signals) = (-1, false);
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
            bySignal = _signals && _socket < 0;
            return bySignal || (_socket >= 0 && Libc.TrySend(_socket, value, out _));
        }
    }
}
