using Microsoft.EntityFrameworkCore;

namespace GaitSense.Storage;

/// <summary>Sensors that were seen, without their addresses: they are nobody's.</summary>
public sealed class StoredSensors
{
    private readonly StoreCore _core;
    private readonly Actor _actor;

    internal StoredSensors(StoreCore core, Actor actor) => (_core, _actor) = (core, actor);

    /// <summary>All of them, by id.</summary>
    public Task<IReadOnlyList<Sensor>> ListAsync(CancellationToken cancellation = default) =>
        _core.ReadAsync<IReadOnlyList<Sensor>>(_actor, async db => await db.Set<Sensor>().OrderBy(s => s.Id).ToListAsync(cancellation));
}
