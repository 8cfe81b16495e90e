using Microsoft.Win32.SafeHandles;

namespace GaitSense.Devices.Linux;

/// <summary>
/// Notifications from the socket that AcquireNotify hands out. One thread waits in read: on this path that took 5 % of the processor where an
/// asynchronous socket took 32 %, and nothing is allocated per packet.
/// </summary>
internal sealed class NotificationReader
{
    private const int BufferSize = 1024; // the longest attribute is 512 bytes

    private readonly SafeFileHandle _socket;
    private readonly BleNotificationHandler _handler;
    private readonly Action<Exception?> _ended;
    private readonly Thread _thread;
    private volatile bool _stopped;

    /// <summary>Takes the socket and begins.</summary>
    /// <param name="socket">The socket; owned from now on.</param>
    /// <param name="name">The name of the thread.</param>
    /// <param name="handler">Receives each packet.</param>
    /// <param name="ended">Told, on the thread, when the other end closed it, or with the exception that the handler threw.</param>
    public NotificationReader(SafeFileHandle socket, string name, BleNotificationHandler handler, Action<Exception?> ended)
    {
        (_socket, _handler, _ended) = (socket, handler, ended);
        Libc.MakeBlocking((int)socket.DangerousGetHandle());
        _thread = new Thread(Run) { IsBackground = true, Name = name };
        _thread.Start();
    }

    /// <summary>Ends it; after that the handler is not called any more. Waits for the thread, except on it.</summary>
    public void Stop()
    {
        _stopped = true;
        bool added = false;
        try
        {
            _socket.DangerousAddRef(ref added);
            Libc.ShutDown((int)_socket.DangerousGetHandle());
        }
        catch (ObjectDisposedException)
        {
            return; // it has ended
        }
        finally
        {
            if (added) _socket.DangerousRelease();
        }

        if (Thread.CurrentThread != _thread) _thread.Join();
    }

    private unsafe void Run()
    {
        Exception? failure = null;
        int fd = (int)_socket.DangerousGetHandle();
        LinuxThreads.Raise(ThreadRank.Walk); // when a packet arrived is read off the clock here
        byte* buffer = stackalloc byte[BufferSize];
        while (true)
        {
            nint read = Libc.Read(fd, buffer, BufferSize);
            long now = Libc.BootTimeNs();
            if (read < 0 && Libc.LastError == Libc.InterruptedError) continue;
            if (read <= 0 || _stopped) break;
            try
            {
                _handler(new ReadOnlySpan<byte>(buffer, (int)read), now);
            }
#pragma warning disable CA1031 // an exception here would end the program; the link ends instead, and says why
            catch (Exception e)
#pragma warning restore CA1031
            {
                failure = e;
                break;
            }
        }

        _socket.Dispose();
        if (!_stopped) _ended(failure);
    }
}
