using Tmds.DBus.Protocol;

namespace GaitSense.Devices.Linux;

/// <summary>
/// bluetoothd as seen over D-Bus: its objects, kept up to date, and calls to it. Opens the bus when it is first needed, opens it again when it was
/// lost, and knows at once when bluetoothd goes and comes.
/// </summary>
/// <param name="address">The bus; null: the system's.</param>
internal sealed class BlueZClient(string? address = null) : IDisposable
{
    private readonly string? _address = address;
    private readonly Lock _gate = new();
    private readonly BlueZTree _tree = new();
    private readonly List<Action> _listeners = [];
    private readonly Dictionary<string, BleNotificationHandler> _values = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _opening = new(1, 1);
    private BusConnection? _bus;
    private Task _ended = Task.CompletedTask;
    private BleException? _loadFailure;
    private bool _disposed;

    /// <summary>The connection to the bus, opened if need be; bluetoothd's objects are known, or it is known to be absent.</summary>
    /// <exception cref="BleException">There is no bus, or bluetoothd does not speak to this user.</exception>
    public async Task<BusConnection> OpenAsync(CancellationToken cancellationToken)
    {
        await _opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_bus is null || _ended.IsCompleted) _bus = await StartAsync().ConfigureAwait(false);
        }
        catch (BusException e)
        {
            throw BlueZErrors.ToBle(e, "Bluetooth", BleFailure.ServiceAbsent);
        }
        finally
        {
            _opening.Release();
        }

        lock (_gate)
            if (_loadFailure is null && _tree.IsLoaded) return _bus; // as for every write
        await UntilAsync(t => _loadFailure is null ? t.IsLoaded || !t.HasOwner : throw _loadFailure, TimeSpan.FromSeconds(10), "Bluetooth", cancellationToken).ConfigureAwait(false);
        return _bus;
    }

    /// <summary>Reads what is known of bluetoothd's objects.</summary>
    public T Read<T>(Func<BlueZTree, T> reader)
    {
        lock (_gate) return reader(_tree);
    }

    /// <summary>Calls a method of bluetoothd and gives what its answer holds.</summary>
    /// <exception cref="BusException">It failed.</exception>
    /// <exception cref="BleException">The bus is not there.</exception>
    public async Task<T> CallAsync<T>(BusCall call, MessageValueReader<T> reader, CancellationToken cancellationToken)
    {
        BusConnection bus = await OpenAsync(cancellationToken).ConfigureAwait(false);
        return await bus.CallAsync(call, reader, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Calls a method of bluetoothd whose answer holds nothing.</summary>
    /// <exception cref="BusException">It failed.</exception>
    /// <exception cref="BleException">The bus is not there.</exception>
    public Task CallAsync(BusCall call, CancellationToken cancellationToken) => CallAsync(call, BusReader.Nothing, cancellationToken);

    /// <summary>Asks for an object's properties instead of waiting for a signal.</summary>
    /// <exception cref="BusException">It failed.</exception>
    public Task RefreshAsync(string path, string contract, CancellationToken cancellationToken) => CallAsync(
        new BusCall(path, BlueZNames.Properties, "GetAll").With("s", (ref MessageWriter w) => w.WriteString(contract)),
        (message, _) =>
        {
            Dictionary<string, VariantValue> all = BusReader.Properties(message);
            Update(t => t.Change(path, contract, all, []));
            return true;
        },
        cancellationToken);

    /// <summary>Has something called after every change, until what it returns is disposed. It runs on the loop that reads the bus and must be quick.</summary>
    public IDisposable Listen(Action listener)
    {
        lock (_gate) _listeners.Add(listener);
        return new Ending(() =>
        {
            lock (_gate) _listeners.Remove(listener);
        });
    }

    /// <summary>Routes a characteristic's values (signals) to a handler, without an allocation per value; null ends it.</summary>
    public void RouteValues(string path, BleNotificationHandler? handler)
    {
        lock (_gate)
        {
            if (handler is null) _values.Remove(path);
            else _values[path] = handler;
        }
    }

    /// <summary>Waits until something is true; a probe that throws ends the wait.</summary>
    /// <exception cref="BleException">It did not become true in time.</exception>
    public async Task UntilAsync(Func<BlueZTree, bool> probe, TimeSpan limit, string where, CancellationToken cancellationToken)
    {
        var met = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Check()
        {
            try
            {
                if (Read(probe)) met.TrySetResult();
            }
            catch (BleException e)
            {
                met.TrySetException(e);
            }
        }

        using IDisposable listening = Listen(Check);
        Check();
        try
        {
            await met.Task.WaitAsync(limit, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException e)
        {
            throw new BleException(BleFailure.Timeout, where, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{limit.TotalSeconds:0} s"), e);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _disposed = true;
        _bus?.Dispose();
        _opening.Dispose();
    }

    private async Task<BusConnection> StartAsync()
    {
        BusConnection bus = await BusConnection.OpenAsync(_address).ConfigureAwait(false);
        try
        {
            // Before the objects are asked for: what changes from then on is told.
            await Task.WhenAll(
                bus.MatchAsync(new MatchRule { Type = MessageType.Signal, Sender = BlueZNames.Bus, Interface = BlueZNames.Bus, Member = "NameOwnerChanged", Arg0 = BlueZNames.Service }, "sss", m => OnOwner(bus, m)),
                bus.MatchAsync(Signals(BlueZNames.ObjectManager, "InterfacesAdded"), "oa{sa{sv}}", OnAdded),
                bus.MatchAsync(Signals(BlueZNames.ObjectManager, "InterfacesRemoved"), "oas", OnRemoved),
                bus.MatchAsync(Signals(BlueZNames.Properties, "PropertiesChanged"), "sa{sv}as", OnChanged)).ConfigureAwait(false);
            BusCall ask = new BusCall(BlueZNames.BusPath, BlueZNames.Bus, "NameHasOwner") { Destination = BlueZNames.Bus }.With("s", static (ref MessageWriter w) => w.WriteString(BlueZNames.Service));
            await bus.CallAsync(
                ask,
                (message, state) =>
                {
                    bool owned = BusReader.Flag(message, state);
                    Update(t => t.HasOwner = owned);
                    if (owned) _ = LoadAsync(bus);
                    return owned;
                },
                CancellationToken.None).ConfigureAwait(false);
        }
        catch
        {
            bus.Dispose();
            throw;
        }

        _ended = ForgetAtEndAsync(bus);
        return bus;
    }

    private static MatchRule Signals(string contract, string member) =>
        new() { Type = MessageType.Signal, Sender = BlueZNames.Service, Interface = contract, Member = member };

    private async Task ForgetAtEndAsync(BusConnection bus)
    {
        await bus.Closed.ConfigureAwait(false);
        Update(t => t.Clear());
    }

    private void OnOwner(BusConnection bus, Message message)
    {
        Reader reader = message.GetBodyReader();
        _ = reader.ReadStringAsSpan();
        _ = reader.ReadStringAsSpan();
        bool appeared = reader.ReadStringAsSpan().Length > 0;
        Update(t =>
        {
            t.Clear();
            t.HasOwner = appeared;
        });
        if (appeared) _ = LoadAsync(bus);
    }

    // Begun and answered on the loop that reads the bus: the answer comes in order with the signals, so it is never older than what a signal before it
    // said, and what comes after it is newer. An answer of an earlier life of bluetoothd is not taken: its later one was asked too.
    private async Task LoadAsync(BusConnection bus)
    {
        int life = Read(t => t.Generation);
        Update(_ => _loadFailure = null);
        try
        {
            await bus.CallAsync(
                new BusCall("/", BlueZNames.ObjectManager, "GetManagedObjects"),
                (message, _) =>
                {
                    var objects = BusReader.Objects(message);
                    Update(t => { if (t.Generation == life) t.Load(objects); });
                    return true;
                },
                CancellationToken.None).ConfigureAwait(false);
        }
        catch (BusException e)
        {
            Update(t => { if (t.Generation == life) _loadFailure = BlueZErrors.ToBle(e, "Bluetooth", BleFailure.ServiceAbsent); });
        }
    }

    private void OnAdded(Message message)
    {
        Reader reader = message.GetBodyReader();
        string path = reader.ReadObjectPathAsString();
        Dictionary<string, Dictionary<string, VariantValue>> interfaces = BusReader.Interfaces(ref reader);
        Update(t => t.Add(path, interfaces));
    }

    private void OnRemoved(Message message)
    {
        Reader reader = message.GetBodyReader();
        string path = reader.ReadObjectPathAsString();
        string[] interfaces = reader.ReadArrayOfString();
        Update(t => t.Remove(path, interfaces));
    }

    private void OnChanged(Message message)
    {
        if (BlueZValues.TryDispatch(message, _values, _gate)) return;
        Reader reader = message.GetBodyReader();
        (string path, string contract) = (message.PathAsString ?? "", reader.ReadString());
        Dictionary<string, VariantValue> changed = reader.ReadDictionaryOfStringToVariantValue();
        string[] invalidated = reader.ReadArrayOfString();
        Update(t => t.Change(path, contract, changed, invalidated));
    }

    private void Update(Action<BlueZTree> change)
    {
        Action[] listeners;
        lock (_gate)
        {
            change(_tree);
            listeners = [.. _listeners];
        }

        foreach (Action listener in listeners) listener();
    }

    private sealed class Ending(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
