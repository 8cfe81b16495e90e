/* The sensor side as a state machine: no heap, no globals, no clock of its own. See gaitsense_protocol.h and ../SPEC.md sections 4 to 9. */
#include "gaitsense_protocol.h"

#include <string.h>

static bool is_streaming(const gs_sensor *s) { return (s->info.flags & GS_INFO_STREAMING) != 0; }

static void count_bad(gs_sensor *s)
{
    if (s->status.bad_requests < UINT16_MAX) s->status.bad_requests++;
}

static void count_lost(gs_sensor *s, uint32_t count)
{
    s->lost = true;
    s->status.samples_lost = s->status.samples_lost > UINT32_MAX - count ? UINT32_MAX : s->status.samples_lost + count;
}

static void size_packets(gs_sensor *s)
{
    s->info.samples_per_packet = (uint8_t)gs_samples_per_packet(s->info.profile, s->info.period_ns, s->mtu);
}

static void set_streaming(gs_sensor *s, bool on)
{
    s->info.flags = on ? GS_INFO_STREAMING : 0;
    s->status.flags = (uint8_t)((s->status.flags & ~GS_STATUS_STREAMING) | (on ? GS_STATUS_STREAMING : 0));
}

static void open_stream(gs_sensor *s)
{
    s->info.stream = s->info.stream == UINT8_MAX ? 1 : (uint8_t)(s->info.stream + 1);
    s->status.stream = s->info.stream;
    s->status.samples_lost = 0;
    s->taken = 0;
    s->lost = false;
    memset(&s->header, 0, sizeof s->header);
    s->header.stream = s->info.stream & 0x0F;
    s->header.flags = GS_FLAG_FIRST;
    set_streaming(s, true);
}

static unsigned end_stream(gs_sensor *s)
{
    if (!is_streaming(s)) return 0;
    set_streaming(s, false);
    return GS_DO_STOP | GS_DO_NOTIFY_INFO | GS_DO_NOTIFY_STATUS;
}

/* ------------------------------------------------------------- configuration ---- */

static uint64_t rate_mhz(uint32_t period_ns) { return UINT64_C(1000000000000) / period_ns; }

/* The smallest of a rising list that is at least 95 % of what is asked. */
static bool choose(const uint16_t *list, uint8_t length, uint16_t asked, uint16_t *chosen)
{
    uint8_t i;
    for (i = 0; i < length; i++) {
        *chosen = list[i];
        if ((uint32_t)list[i] * 100u >= (uint32_t)asked * 95u) return true;
    }
    return false; /* the largest is chosen */
}

/* What the sensor would do for settings: in `info`. False where that is not what was asked. */
static bool settle(const gs_sensor *s, const gs_settings *asked, gs_stream_info *info)
{
    const gs_sensor_limits *l = s->limits;
    uint64_t wanted = (uint64_t)asked->rate_hz * 1000u, best = UINT64_MAX;
    bool good;
    uint8_t i;
    for (i = 0; i < l->periods; i++) {
        uint64_t rate = rate_mhz(l->periods_ns[i]), off = rate > wanted ? rate - wanted : wanted - rate;
        if (off < best) {
            best = off;
            info->period_ns = l->periods_ns[i];
        }
    }
    good = best * 10u <= wanted;
    good &= choose(l->acc_full_scales_mg, l->acc_full_scales, asked->acc_full_scale_mg, &info->acc_full_scale_mg);
    good &= choose(l->gyr_full_scales_ddps, l->gyr_full_scales, asked->gyr_full_scale_ddps, &info->gyr_full_scale_ddps);
    info->profile = asked->profile;
    if (asked->profile == GS_PROFILE_LOGGING && (l->features & GS_FEATURE_LOGGING) == 0) {
        info->profile = GS_PROFILE_LOW_LATENCY;
        good = false;
    }
    info->samples_per_packet = (uint8_t)gs_samples_per_packet(info->profile, info->period_ns, s->mtu);
    return good;
}

bool gs_sensor_init(gs_sensor *s, const gs_sensor_limits *limits, uint32_t epoch, uint8_t foot)
{
    static const gs_settings usual = { 200, 16000, 20000, GS_PROFILE_LOW_LATENCY };
    uint8_t value[GS_STREAM_INFO_SIZE];
    memset(s, 0, sizeof *s);
    if (limits->periods == 0 || limits->acc_full_scales == 0 || limits->gyr_full_scales == 0) return false;
    s->limits = limits;
    s->mtu = GS_ATT_MTU_MIN;
    s->info.version = GS_VERSION;
    s->info.epoch = epoch == 0 ? 1 : epoch;
    s->info.foot = foot;
    s->info.filter_delay_us = limits->filter_delay_us;
    (void)settle(s, &usual, &s->info);
    s->status.battery_percent = GS_BATTERY_UNKNOWN;
    s->status.temperature_cc = GS_TEMPERATURE_UNKNOWN;
    return gs_stream_info_encode(value, sizeof value, &s->info) != 0;
}

/* ------------------------------------------------------------------ the link ---- */

static unsigned forget_host(gs_sensor *s)
{
    unsigned todo = end_stream(s);
    s->greeted = false;
    s->header.count = 0;
    memset(&s->motor, 0, sizeof s->motor);
    return (s->limits->features & GS_FEATURE_MOTOR) != 0 ? todo | GS_DO_VIBRATE : todo;
}

static unsigned reset_link(gs_sensor *s, bool connected, uint16_t mtu)
{
    unsigned todo = forget_host(s);
    s->connected = connected;
    s->subscribed = false;
    gs_sensor_set_mtu(s, mtu);
    return connected ? todo : todo & ~(unsigned)(GS_DO_NOTIFY_INFO | GS_DO_NOTIFY_STATUS);
}

unsigned gs_sensor_connected(gs_sensor *s, uint16_t mtu) { return reset_link(s, true, mtu); }

unsigned gs_sensor_disconnected(gs_sensor *s) { return reset_link(s, false, GS_ATT_MTU_MIN); }

void gs_sensor_set_mtu(gs_sensor *s, uint16_t mtu)
{
    s->mtu = mtu < GS_ATT_MTU_MIN ? GS_ATT_MTU_MIN : mtu;
    size_packets(s);
}

void gs_sensor_set_subscribed(gs_sensor *s, bool subscribed) { s->subscribed = subscribed; }

/* ------------------------------------------------------------- control point ---- */

static bool starts_in_time(const gs_motor *m, uint64_t now_us)
{
    return m->flags != GS_MOTOR_SCHEDULED || m->start_us - (uint32_t)now_us <= GS_MOTOR_AHEAD_MAX_US;
}

static unsigned run_motor(gs_sensor *s, const gs_motor *m, uint64_t now_us, uint8_t *error)
{
    if ((s->limits->features & GS_FEATURE_MOTOR) == 0) *error = GS_ERR_UNSUPPORTED;
    else if (!starts_in_time(m, now_us)) *error = GS_ERR_RANGE;
    else {
        s->motor = *m;
        return GS_DO_VIBRATE;
    }
    return 0;
}

static unsigned hello(gs_sensor *s, const gs_request *r, gs_answer *a)
{
    bool common = r->lowest_major <= GS_VERSION_MAJOR && GS_VERSION_MAJOR <= r->highest_major;
    unsigned todo = common ? 0 : forget_host(s);
    s->greeted = common;
    a->error = common ? GS_ERR_OK : GS_ERR_VERSION;
    a->has_parameters = true;
    a->version = GS_VERSION;
    a->lowest_major = a->highest_major = GS_VERSION_MAJOR;
    a->firmware = s->limits->firmware;
    return todo;
}

static unsigned say_limits(const gs_sensor *s, gs_answer *a)
{
    const gs_sensor_limits *l = s->limits;
    a->has_parameters = true;
    a->lowest_rate_hz = (uint16_t)((rate_mhz(l->periods_ns[0]) + 500) / 1000);
    a->highest_rate_hz = (uint16_t)((rate_mhz(l->periods_ns[l->periods - 1]) + 500) / 1000);
    a->acc_full_scale_mg = l->acc_full_scales_mg[l->acc_full_scales - 1];
    a->gyr_full_scale_ddps = l->gyr_full_scales_ddps[l->gyr_full_scales - 1];
    a->buffered_samples = l->buffered_samples;
    a->features = l->features;
    return 0;
}

static unsigned configure(gs_sensor *s, const gs_request *r, gs_answer *a)
{
    gs_stream_info info = s->info;
    bool good;
    if (is_streaming(s)) {
        a->error = GS_ERR_STATE;
        return 0;
    }
    good = settle(s, &r->settings, &info);
    a->error = good ? GS_ERR_OK : GS_ERR_RANGE;
    a->has_parameters = true;
    a->period_ns = info.period_ns;
    a->acc_full_scale_mg = info.acc_full_scale_mg;
    a->gyr_full_scale_ddps = info.gyr_full_scale_ddps;
    a->profile = info.profile;
    a->samples_per_packet = info.samples_per_packet;
    if (!good) return 0;
    s->info = info;
    return GS_DO_APPLY | GS_DO_NOTIFY_INFO;
}

static unsigned start(gs_sensor *s, gs_answer *a)
{
    unsigned todo = 0;
    if (!is_streaming(s)) {
        if (!s->subscribed) a->error = GS_ERR_STATE;
        else if ((s->status.flags & GS_STATUS_IMU_FAULT) != 0) a->error = GS_ERR_HARDWARE;
        if (a->error != GS_ERR_OK) return 0;
        open_stream(s);
        todo = GS_DO_NOTIFY_INFO | GS_DO_START | GS_DO_NOTIFY_STATUS;
    }
    a->has_parameters = true;
    a->stream = s->info.stream;
    return todo;
}

static unsigned stop(gs_sensor *s, gs_answer *a)
{
    a->has_parameters = true;
    a->stream = s->info.stream;
    a->samples_taken = s->taken;
    return end_stream(s);
}

static unsigned set_foot(gs_sensor *s, const gs_request *r)
{
    if (s->info.foot == r->foot) return 0;
    s->info.foot = r->foot;
    return GS_DO_STORE_FOOT | GS_DO_NOTIFY_INFO;
}

static unsigned carry_out(gs_sensor *s, const gs_request *r, uint64_t received_us, uint64_t now_us, gs_answer *a)
{
    switch (r->opcode) {
        case GS_OP_HELLO: return hello(s, r, a);
        case GS_OP_LIMITS: return say_limits(s, a);
        case GS_OP_CONFIGURE: return configure(s, r, a);
        case GS_OP_START: return start(s, a);
        case GS_OP_STOP: return stop(s, a);
        case GS_OP_TIME:
            a->has_parameters = true;
            a->epoch_low = (uint8_t)s->info.epoch;
            a->received_us = received_us;
            a->sent_us = now_us < received_us ? received_us : now_us;
            return 0;
        case GS_OP_VIBRATE: return run_motor(s, &r->motor, now_us, &a->error);
        case GS_OP_SET_FOOT: return set_foot(s, r);
        default: a->error = GS_ERR_UNKNOWN; return 0;
    }
}

unsigned gs_sensor_control(gs_sensor *s, const uint8_t *bytes, size_t size, uint64_t received_us, uint64_t now_us, uint8_t *answer, size_t *length)
{
    gs_request request;
    gs_answer a;
    unsigned todo = 0;
    gs_fault fault = gs_request_decode(bytes, size, &request);
    *length = 0;
    if (fault == GS_TOO_SHORT || fault == GS_UNKNOWN_KIND) {
        count_bad(s);
        return 0;
    }
    memset(&a, 0, sizeof a);
    a.opcode = bytes[0];
    a.token = bytes[1];
    if (!s->greeted && a.opcode != GS_OP_HELLO) a.error = GS_ERR_VERSION;
    else if (fault == GS_BAD_LENGTH) a.error = GS_ERR_MALFORMED;
    else if (fault != GS_OK) a.error = GS_ERR_RANGE;
    else todo = carry_out(s, &request, received_us, now_us, &a);
    if (a.error != GS_ERR_OK) count_bad(s);
    *length = gs_answer_encode(answer, GS_ANSWER_MAX, &a);
    return todo;
}

unsigned gs_sensor_motor(gs_sensor *s, const uint8_t *bytes, size_t size, uint64_t now_us)
{
    gs_motor motor;
    uint8_t error = GS_ERR_OK;
    unsigned todo = 0;
    if (gs_motor_decode(bytes, size, &motor) != GS_OK) error = GS_ERR_RANGE;
    else if (!s->greeted && motor.strength > 0) error = GS_ERR_VERSION;
    else todo = run_motor(s, &motor, now_us, &error);
    if (error != GS_ERR_OK) count_bad(s);
    return todo;
}

/* ------------------------------------------------------------------- samples ---- */

size_t gs_sensor_flush(gs_sensor *s, uint8_t *packet, size_t size)
{
    gs_header header = s->header;
    unsigned rest;
    size_t length;
    if (header.count == 0) return 0;
    if (header.count > s->info.samples_per_packet) header.count = s->info.samples_per_packet; /* the MTU shrank */
    rest = (unsigned)(s->header.count - header.count);
    if (header.index != 0) header.flags &= (uint8_t)~GS_FLAG_FIRST;
    if (s->lost) header.flags |= GS_FLAG_LOST;
    length = gs_packet_encode(packet, size, &header, s->samples);
    if (length == 0) return 0; /* too little room: it is still there */
    s->lost = false;
    if (rest > 0) memmove(s->samples, s->samples + header.count, rest * sizeof s->samples[0]);
    s->header.count = (uint8_t)rest;
    s->header.index = (uint16_t)(header.index + header.count);
    s->header.time_us = header.time_us + (uint32_t)(((uint64_t)header.count * s->info.period_ns + 500) / 1000);
    s->header.flags = rest > 0 ? (uint8_t)(header.flags & (GS_FLAG_ACC_CLIPPED | GS_FLAG_GYR_CLIPPED)) : 0;
    return length;
}

size_t gs_sensor_push(gs_sensor *s, const gs_sample *sample, uint64_t time_us, uint8_t clipped, uint8_t *packet, size_t size)
{
    if (!is_streaming(s)) return 0;
    if (!s->subscribed || s->header.count >= GS_SAMPLES_MAX) {
        count_lost(s, s->header.count + 1u);
        s->header.count = 0;
        s->taken++;
        return 0;
    }
    if (s->header.count == 0) {
        s->header.index = (uint16_t)s->taken;
        s->header.time_us = (uint32_t)time_us;
    }
    s->samples[s->header.count++] = *sample;
    s->header.flags |= clipped & (GS_FLAG_ACC_CLIPPED | GS_FLAG_GYR_CLIPPED);
    s->taken++;
    return s->header.count >= s->info.samples_per_packet ? gs_sensor_flush(s, packet, size) : 0;
}

size_t gs_sensor_lost(gs_sensor *s, uint32_t count, uint8_t *packet, size_t size)
{
    size_t length;
    if (!is_streaming(s)) return 0;
    length = gs_sensor_flush(s, packet, size);
    if (s->header.count > 0) { /* more than one packet, or no room: these are lost too */
        count_lost(s, s->header.count);
        s->header.count = 0;
    }
    s->taken += count;
    count_lost(s, count);
    return length;
}

void gs_sensor_dropped(gs_sensor *s, unsigned samples) { count_lost(s, samples); }

unsigned gs_sensor_clock_broke(gs_sensor *s, uint32_t epoch)
{
    uint8_t before = (uint8_t)s->info.epoch;
    while (epoch == 0 || (uint8_t)epoch == before) epoch++;
    s->info.epoch = epoch;
    if (is_streaming(s)) open_stream(s);
    return GS_DO_NOTIFY_INFO;
}

unsigned gs_sensor_set_period(gs_sensor *s, uint32_t period_ns)
{
    if (period_ns < GS_PERIOD_NS_MIN || period_ns > GS_PERIOD_NS_MAX || period_ns == s->info.period_ns) return 0;
    s->info.period_ns = period_ns;
    size_packets(s);
    return GS_DO_NOTIFY_INFO;
}

/* -------------------------------------------------------------------- values ---- */

size_t gs_sensor_info(const gs_sensor *s, uint8_t *out, size_t size) { return gs_stream_info_encode(out, size, &s->info); }

size_t gs_sensor_status(gs_sensor *s, uint64_t now_us, uint8_t *out, size_t size)
{
    s->status.time_us = now_us;
    return gs_status_encode(out, size, &s->status);
}

size_t gs_sensor_advertising(const gs_sensor *s, uint8_t *out, size_t size)
{
    gs_advertising a;
    a.version = GS_VERSION;
    a.flags = (s->status.flags & GS_STATUS_BATTERY_LOW) != 0 ? GS_ADV_BATTERY_LOW : 0;
    a.foot = s->info.foot;
    a.battery_percent = s->status.battery_percent;
    return gs_advertising_encode(out, size, &a);
}

size_t gs_sensor_size(void) { return sizeof(gs_sensor); }
