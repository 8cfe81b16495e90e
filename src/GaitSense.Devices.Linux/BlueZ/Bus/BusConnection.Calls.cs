using System.Runtime.InteropServices;

namespace GaitSense.Devices.Linux;

/// <content>Calls that wait for their answer.</content>
internal sealed partial class BusConnection
{
    private sealed class PendingCall(BusConnection connection, Action<object?[]>? first)
    {
        private readonly TaskCompletionSource<object?[]> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private GCHandle _self;
        private nint _slot;

        public async Task<object?[]> WaitAsync(CancellationToken cancellationToken)
        {
            using CancellationTokenRegistration registration = cancellationToken.Register(() =>
            {
                _answer.TrySetCanceled(cancellationToken);
                connection.Post(Release);
            });
            return await _answer.Task.ConfigureAwait(false);
        }

        public unsafe void Begin(BusCall call)
        {
            if (_answer.Task.IsCompleted) return; // given up before it began
            if (connection._ended)
            {
                Fail(connection.Closed.Result);
                return;
            }

            nint message = 0;
            try
            {
                Check(SdBus.NewMethodCall(connection._bus, out message, call.Destination, call.Path, call.Contract, call.Member));
                Check(SdBus.SetAutoStart(message, 0));
                for (int i = 0; i < call.Arguments.Length; i++) BusWriter.Append(message, call.Signatures[i], call.Arguments[i]);
                _self = GCHandle.Alloc(this);
                Check(SdBus.CallAsync(connection._bus, out _slot, message, &OnAnswer, GCHandle.ToIntPtr(_self), (ulong)call.Timeout.TotalMicroseconds));
                connection._calls.Add(this);
            }
            catch (BusException e)
            {
                if (_self.IsAllocated) _self.Free();
                _answer.TrySetException(e);
            }
            finally
            {
                if (message != 0) SdBus.MessageUnref(message);
            }
        }

        public void Fail(BusException reason)
        {
            _answer.TrySetException(reason);
            Release();
        }

        [UnmanagedCallersOnly]
        private static unsafe int OnAnswer(nint message, nint userData, SdBus.Error* error)
        {
            var call = (PendingCall)GCHandle.FromIntPtr(userData).Target!;
            try
            {
                var answer = new BusMessage(message);
                if (answer.Error is { } failed) call._answer.TrySetException(failed);
                else call.Complete(answer.ReadAll());
            }
            catch (BusException e)
            {
                call._answer.TrySetException(e);
            }

            call.Release();
            return 1;
        }

        private void Complete(object?[] arguments)
        {
            first?.Invoke(arguments);
            if (_answer.TrySetResult(arguments)) return;
            foreach (object? unused in arguments) (unused as IDisposable)?.Dispose(); // descriptors nobody waits for any more
        }

        private void Release()
        {
            if (!connection._calls.Remove(this)) return;
            SdBus.SlotUnref(_slot);
            _self.Free();
        }

        private static void Check(int code)
        {
            if (code < 0) throw BusException.FromCode(code, "a D-Bus call could not be made");
        }
    }
}
