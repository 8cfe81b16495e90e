namespace GaitSense.Devices.Linux;

/// <summary>
/// bluetoothd as seen over D-Bus: its objects, kept up to date, and calls to it. Opens the bus when it is first needed, opens it again when it was
/// lost, and knows at once when bluetoothd goes and comes.
/// </summary>
internal sealed class BlueZClient : IDisposable
{
    private readonly Lock _gate = new();
    private readonly BlueZTree _tree = new();
    private readonly List<Action> _listeners = [];
    private readonly Dictionary<string, BleNotificationHandler> _values = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _opening = new(1, 1);
    private BusConnection? _bus;
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
            if (_bus is null || _bus.Closed.IsCompleted) _bus = await StartAsync().ConfigureAwait(false);
        }
        catch (BusException e)
        {
            throw BlueZErrors.ToBle(e, "Bluetooth", BleFailure.ServiceAbsent);
        }
        catch (DllNotFoundException e)
        {
            throw new BleException(BleFailure.NotSupported, "Bluetooth", "libsystemd.so.0 is missing: install the package libsystemd0", e);
        }
        finally
        {
            _opening.Release();
        }

        await UntilAsync(t => _loadFailure is null ? t.IsLoaded || !t.HasOwner : throw _loadFailure, TimeSpan.FromSeconds(10), "Bluetooth", cancellationToken).ConfigureAwait(false);
        return _bus;
    }

    /// <summary>Reads what is known of bluetoothd's objects.</summary>
    public T Read<T>(Func<BlueZTree, T> reader)
    {
        lock (_gate) return reader(_tree);
    }

    /// <summary>Calls a method of bluetoothd.</summary>
    /// <exception cref="BusException">It failed.</exception>
    /// <exception cref="BleException">The bus is not there.</exception>
    public async Task<object?[]> CallAsync(BusCall call, CancellationToken cancellationToken)
    {
        BusConnection bus = await OpenAsync(cancellationToken).ConfigureAwait(false);
        return await bus.CallAsync(call, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks for an object's properties instead of waiting for a signal.</summary>
    /// <exception cref="BusException">It failed.</exception>
    public async Task RefreshAsync(string path, string contract, CancellationToken cancellationToken)
    {
        BusConnection bus = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await bus.CallAsync(
            new BusCall(BlueZNames.Service, path, BlueZNames.Properties, "GetAll").With("s", contract),
            cancellationToken,
            first: answer => Update(t => t.Change(path, contract, answer is [Dictionary<object, object?> all] ? all : [], []))).ConfigureAwait(false);
    }

    /// <summary>Has something called after every change, until what it returns is disposed. It runs on the bus thread and must be quick.</summary>
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
        BusConnection bus = BusConnection.OpenSystem();
        try
        {
            await bus.RunAsync(() =>
            {
                string from = $"type='signal',sender='{BlueZNames.Service}',";
                bus.Match($"type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='{BlueZNames.Service}'", m => OnOwner(bus, m));
                bus.Match(from + $"interface='{BlueZNames.ObjectManager}',member='InterfacesAdded'", OnAdded);
                bus.Match(from + $"interface='{BlueZNames.ObjectManager}',member='InterfacesRemoved'", OnRemoved);
                bus.Match(from + $"interface='{BlueZNames.Properties}',member='PropertiesChanged'", OnChanged);
                return true;
            }).ConfigureAwait(false);
            object?[] owned = await bus.CallAsync(new BusCall("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner").With("s", BlueZNames.Service), CancellationToken.None).ConfigureAwait(false);
            Update(t => t.HasOwner = owned is [true]);
            if (owned is [true]) Load(bus);
        }
        catch
        {
            bus.Dispose();
            throw;
        }

        _ = bus.Closed.ContinueWith(_ => Update(t => t.Clear()), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return bus;
    }

    private void OnOwner(BusConnection bus, BusMessage message)
    {
        bool appeared = message.ReadAll() is [_, _, string { Length: > 0 }];
        Update(t =>
        {
            t.Clear();
            t.HasOwner = appeared;
        });
        if (appeared) Load(bus);
    }

    // Taken on the bus thread: the answer comes in order with the signals, so it is never older than what a signal before it said.
    private void Load(BusConnection bus)
    {
        _loadFailure = null;
        Task<object?[]> answer = bus.CallAsync(
            new BusCall(BlueZNames.Service, "/", BlueZNames.ObjectManager, "GetManagedObjects"),
            CancellationToken.None,
            first: answer => Update(t => t.Load(answer is [Dictionary<object, object?> objects] ? objects : [])));
        _ = answer.ContinueWith(
            failed =>
            {
                if (failed.Exception!.InnerException is BusException e) Update(_ => _loadFailure = BlueZErrors.ToBle(e, "Bluetooth", BleFailure.ServiceAbsent));
            },
            CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private void OnAdded(BusMessage message)
    {
        if (message.ReadAll() is [string path, Dictionary<object, object?> interfaces]) Update(t => t.Add(path, interfaces));
    }

    private void OnRemoved(BusMessage message)
    {
        if (message.ReadAll() is [string path, object?[] interfaces]) Update(t => t.Remove(path, interfaces));
    }

    private void OnChanged(BusMessage message)
    {
        if (BlueZValues.TryDispatch(message, _values, _gate)) return;
        if (message.ReadAll() is [string contract, Dictionary<object, object?> changed, object?[] invalidated])
            Update(t => t.Change(message.Path, contract, changed, invalidated));
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
